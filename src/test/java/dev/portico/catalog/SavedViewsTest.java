package dev.portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portico.PorticoTest;
import dev.portico.audit.Audit;
import dev.portico.audit.AuditEntry;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class SavedViewsTest {

    @Autowired
    private SavedViews views;

    @Autowired
    private Audit audit;

    private final Reader jo = reader("jo", "engineer");
    private final Reader ann = reader("ann", "engineer");
    private final Reader guest = reader("guest", "guest");
    private final Reader admin = reader("admin", "admin");

    private static Reader reader(String name, String role) {
        return new Reader("account:" + name, Ids.next(), name, null, Set.of(), Set.of(role), null);
    }

    @Test
    void a_private_view_is_its_owners_alone() {
        SavedView mine = views.create("Java", "tag=java", false, jo);

        assertThat(views.list(jo)).contains(mine);
        assertThat(views.list(ann)).extracting(SavedView::id).doesNotContain(mine.id());
        assertThat(views.list(admin)).extracting(SavedView::id).doesNotContain(mine.id());
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> views.delete(mine.id(), admin));
    }

    @Test
    void a_shared_view_is_seen_by_all_and_changed_by_its_owner_and_those_who_manage_views() {
        SavedView shared = views.create("Shared " + jo.account(), "tag=java", true, jo);

        assertThat(views.list(ann))
                .filteredOn(view -> view.id().equals(shared.id()))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.mine()).isFalse();
                    assertThat(view.editable()).isFalse();
                    assertThat(view.owner()).isEqualTo("jo");
                });
        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> views.change(shared.id(), "Hers", "", true, ann))
                .withMessageContaining("catalog.view.manage");

        assertThat(views.change(shared.id(), "Curated", "tag=kotlin", true, admin)
                        .query())
                .isEqualTo("tag=kotlin");
        views.delete(shared.id(), admin);
        assertThat(views.list(jo)).extracting(SavedView::id).doesNotContain(shared.id());
    }

    @Test
    void sharing_takes_a_permission_at_the_start_and_later() {
        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> views.create("All of it", "", true, guest))
                .withMessageContaining("catalog.view.share");

        SavedView own = views.create("All of it", "", false, guest);

        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> views.change(own.id(), own.name(), "", true, guest));
    }

    @Test
    void nobody_keeps_two_views_of_one_name() {
        views.create("Java", "tag=java", false, jo);

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> views.create("JAVA", "", false, jo))
                .withMessageContaining("There is a view named JAVA already");
        assertThat(views.create("Java", "", false, ann).name()).isEqualTo("Java");
    }

    @Test
    void names_and_questions_have_their_limits() {
        assertThatExceptionOfType(Refusal.InvalidInput.class).isThrownBy(() -> views.create("  ", "", false, jo));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> views.create("x".repeat(61), "", false, jo));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> views.create("Long", "q=" + "x".repeat(4_000), false, jo));
        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> views.create("Job", "", false, Reader.system("job")));
    }

    @Test
    void every_change_is_audited() {
        SavedView view = views.create("Audited", "kind=api", false, jo);
        views.change(view.id(), "Renamed", view.query(), false, jo);
        views.delete(view.id(), jo);

        assertThat(audit.recent("catalog-view", view.id().toString(), 9))
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("catalog.view.create", "catalog.view.change", "catalog.view.delete");
    }
}
