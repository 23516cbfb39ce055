package dev.portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portico.PorticoTest;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.audit.Audit;
import dev.portico.audit.AuditEntry;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class SavedViewsTest {

    private static final Reader SYSTEM = Reader.system("saved-views");

    @Autowired
    private SavedViews views;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Policies policies;

    @Autowired
    private Audit audit;

    private final String spaceName = "views-" + Ids.next().toString().substring(24);
    private final EntityRef team = EntityRef.parse("group:" + spaceName + "/team");
    private final Reader jo = reader("jo", "engineer");
    private final Reader ann = reader("ann", "engineer");
    private final Reader guest = reader("guest", "guest");
    private final Reader admin = reader("admin", "admin");

    private Reader member(String name, String role) {
        return new Reader("account:" + name, Ids.next(), name, null, Set.of(team), Set.of(role), null);
    }

    private static Reader reader(String name, String role) {
        return new Reader("account:" + name, Ids.next(), name, null, Set.of(), Set.of(role), null);
    }

    @Test
    void a_private_view_is_its_owners_alone() {
        SavedView mine = views.create("Java", "tag=java", Sharing.PRIVATE, jo);

        assertThat(views.list(jo)).contains(mine);
        assertThat(views.list(ann)).extracting(SavedView::id).doesNotContain(mine.id());
        assertThat(views.list(admin)).extracting(SavedView::id).doesNotContain(mine.id());
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> views.delete(mine.id(), admin));
    }

    @Test
    void a_shared_view_is_seen_by_all_and_changed_by_its_owner_and_those_who_manage_views() {
        SavedView shared = views.create("Shared " + jo.account(), "tag=java", Sharing.EVERYONE, jo);

        assertThat(views.list(ann))
                .filteredOn(view -> view.id().equals(shared.id()))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.mine()).isFalse();
                    assertThat(view.editable()).isFalse();
                    assertThat(view.owner()).isEqualTo("jo");
                });
        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> views.change(shared.id(), "Hers", "", Sharing.EVERYONE, ann))
                .withMessageContaining("catalog.view.manage");

        assertThat(views.change(shared.id(), "Curated", "tag=kotlin", Sharing.EVERYONE, admin)
                        .query())
                .isEqualTo("tag=kotlin");
        views.delete(shared.id(), admin);
        assertThat(views.list(jo)).extracting(SavedView::id).doesNotContain(shared.id());
    }

    @Test
    void sharing_takes_a_permission_at_the_start_and_later() {
        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> views.create("All of it", "", Sharing.EVERYONE, guest))
                .withMessageContaining("catalog.view.share");

        SavedView own = views.create("All of it", "", Sharing.PRIVATE, guest);

        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> views.change(own.id(), own.name(), "", Sharing.EVERYONE, guest));
    }

    @Test
    void whoever_lost_the_right_to_share_goes_on_with_a_shared_view_as_a_private_one_alone() {
        SavedView shared = views.create("Still shared " + jo.account(), "tag=java", Sharing.EVERYONE, jo);
        Reader demoted = new Reader(jo.subject(), jo.account(), "jo", null, Set.of(), Set.of("guest"), null);

        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> views.change(shared.id(), shared.name(), "tag=other", Sharing.EVERYONE, demoted))
                .withMessageContaining("catalog.view.share");
        assertThat(views.list(ann))
                .filteredOn(view -> view.id().equals(shared.id()))
                .extracting(SavedView::query)
                .containsExactly("tag=java");

        views.change(shared.id(), shared.name(), "tag=other", Sharing.PRIVATE, demoted);
        assertThat(views.list(ann)).extracting(SavedView::id).doesNotContain(shared.id());
        views.delete(shared.id(), demoted);
    }

    @Test
    void whoever_left_a_space_goes_on_with_a_view_in_it_as_a_private_one_alone() {
        Reader member = member("leaver", "engineer");
        Reader left =
                new Reader(member.subject(), member.account(), "leaver", null, Set.of(), Set.of("engineer"), null);
        Space space = spaces.create(SYSTEM, spaceName, "Views", "", Set.of(team));
        try {
            SavedView made = views.create("Left behind", "tag=java", Sharing.in(spaceName), member);

            assertThatExceptionOfType(Refusal.NotFound.class)
                    .isThrownBy(() -> views.change(made.id(), "New", "tag=other", Sharing.in(spaceName), left))
                    .withMessageContaining(spaceName);
            assertThat(views.change(made.id(), "New", "tag=other", Sharing.PRIVATE, left)
                            .query())
                    .isEqualTo("tag=other");
            views.delete(made.id(), left);
        } finally {
            spaces.delete(SYSTEM, spaceName, space.version());
        }
    }

    @Test
    void a_view_of_a_space_is_seen_by_its_members_alone() {
        Reader member = member("member", "engineer");
        Reader other = member("other", "engineer");
        @Nullable Space space = spaces.create(SYSTEM, spaceName, "Views", "", Set.of(team));
        try {
            assertThat(views.spaces(member)).extracting(Space::name).contains(spaceName);
            SavedView made = views.create("Of the space", "tag=java", Sharing.in(spaceName), member);

            assertThat(views.list(other))
                    .filteredOn(view -> view.id().equals(made.id()))
                    .singleElement()
                    .satisfies(view -> {
                        assertThat(view.sharing()).isEqualTo(Sharing.in(spaceName));
                        assertThat(view.editable()).isFalse();
                    });
            for (Reader outside : List.of(ann, admin, guest)) {
                assertThat(views.list(outside)).extracting(SavedView::id).doesNotContain(made.id());
                assertThat(views.spaces(outside)).extracting(Space::name).doesNotContain(spaceName);
                assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> views.delete(made.id(), outside));
                assertThatExceptionOfType(Refusal.NotFound.class)
                        .isThrownBy(() -> views.create("Put there", "", Sharing.in(spaceName), outside));
            }
            assertThat(audit.recent("catalog-view", "Put there", 9)).hasSize(3).allMatch(AuditEntry::refused);
            assertThat(views.change(made.id(), "Everyone's", "tag=java", Sharing.EVERYONE, member)
                            .sharing())
                    .isEqualTo(Sharing.EVERYONE);
            assertThat(views.list(ann)).extracting(SavedView::id).contains(made.id());
            views.change(made.id(), "Of the space", "tag=java", Sharing.in(spaceName), member);
            assertThat(views.list(ann)).extracting(SavedView::id).doesNotContain(made.id());

            spaces.delete(SYSTEM, spaceName, space.version());
            space = null;
            assertThat(views.list(other)).extracting(SavedView::id).doesNotContain(made.id());
            assertThat(views.list(member))
                    .filteredOn(view -> view.id().equals(made.id()))
                    .extracting(SavedView::sharing)
                    .containsExactly(Sharing.PRIVATE);
        } finally {
            if (space != null) {
                spaces.delete(SYSTEM, spaceName, space.version());
            }
        }
    }

    @Test
    void whoever_shares_views_in_a_space_alone_shares_none_with_everyone() {
        int before = policies.inForce(SYSTEM).number();
        Space space = spaces.create(SYSTEM, spaceName, "Views", "", Set.of(team));
        try {
            PolicySummary draft = policies.draft(SYSTEM, null, "Views of a space");
            Role role = new Role(
                    spaceName + "-keeper",
                    "",
                    Set.of(),
                    spaceName,
                    List.of(),
                    List.of(Grant.allow("*", Condition.always())));
            PolicySummary put = policies.put(SYSTEM, draft.number(), draft.version(), role);
            policies.publish(SYSTEM, draft.number(), put.version(), before);
            Reader keeper = member("keeper", role.name());
            Reader member = member("keepers-member", "engineer");

            SavedView made = views.create("Kept", "", Sharing.in(spaceName), keeper);
            assertThatExceptionOfType(Refusal.Forbidden.class)
                    .isThrownBy(() -> views.change(made.id(), "Kept", "", Sharing.EVERYONE, keeper))
                    .withMessageContaining("catalog.view.share");
            SavedView others = views.create("Another's", "", Sharing.in(spaceName), member);
            views.delete(others.id(), keeper);
            assertThatExceptionOfType(Refusal.Forbidden.class)
                    .isThrownBy(() -> views.delete(made.id(), member))
                    .withMessageContaining("catalog.view.manage");
            views.delete(made.id(), keeper);
        } finally {
            int now = policies.inForce(SYSTEM).number();
            if (now != before) {
                policies.publish(
                        SYSTEM,
                        before,
                        policies.policy(SYSTEM, before).summary().version(),
                        now);
            }
            spaces.delete(SYSTEM, spaceName, space.version());
        }
    }

    @Test
    void nobody_keeps_two_views_of_one_name() {
        views.create("Java", "tag=java", Sharing.PRIVATE, jo);

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> views.create("JAVA", "", Sharing.PRIVATE, jo))
                .withMessageContaining("There is a view named JAVA already");
        assertThat(views.create("Java", "", Sharing.PRIVATE, ann).name()).isEqualTo("Java");
    }

    @Test
    void names_and_questions_have_their_limits() {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> views.create("  ", "", Sharing.PRIVATE, jo));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> views.create("x".repeat(61), "", Sharing.PRIVATE, jo));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> views.create("Long", "q=" + "x".repeat(4_000), Sharing.PRIVATE, jo));
        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> views.create("Job", "", Sharing.PRIVATE, Reader.system("job")));
    }

    @Test
    void every_change_is_audited() {
        SavedView view = views.create("Audited", "kind=api", Sharing.PRIVATE, jo);
        views.change(view.id(), "Renamed", view.query(), Sharing.PRIVATE, jo);
        views.delete(view.id(), jo);

        assertThat(audit.recent("catalog-view", view.id().toString(), 9))
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("catalog.view.create", "catalog.view.change", "catalog.view.delete");
    }
}
