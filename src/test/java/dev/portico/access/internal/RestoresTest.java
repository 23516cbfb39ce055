package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.access.AccessRequest;
import dev.portico.access.Drafts;
import dev.portico.access.GivenAccess;
import dev.portico.access.Grant;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.PolicyDifference.RoleDifference;
import dev.portico.access.PolicyRestores;
import dev.portico.access.PolicySummary;
import dev.portico.access.PolicySummary.State;
import dev.portico.access.Restoration;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Space;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Several drafts beside each other, and old policies that are restored without what was given since, or with it.
final class RestoresTest extends AskingTest {

    @Autowired
    private PolicyRestores restores;

    @Autowired
    private Drafts drafts;

    private final List<Integer> begun = new ArrayList<>();

    @AfterEach
    void discard() {
        for (int number : begun) {
            PolicySummary draft = policies.policy(ADMIN, number).summary();
            if (draft.state() == State.DRAFT) {
                policies.discard(ADMIN, number, draft.version());
            }
        }
    }

    @Test
    void every_draft_is_listed_with_how_much_it_changes_however_many_there_are() {
        PolicySummary first = draft(ADMIN);
        policies.put(ADMIN, first.number(), first.version(), reading("asked-first"));
        PolicySummary second = draft(ADMIN);

        assertThat(drafts.list(ADMIN)).extracting(PolicySummary::number).startsWith(second.number(), first.number());
        assertThat(drafts.changes(ADMIN)).containsEntry(first.number(), 1).containsEntry(second.number(), 0);
    }

    @Test
    void whoever_may_not_see_every_role_sees_their_own_drafts_alone() {
        PolicySummary others = draft(ADMIN);
        Space space = space();
        Reader lead = person("engineer");
        member(lead(space, lead));
        PolicySummary own = draft(lead);

        assertThat(drafts.list(lead)).extracting(PolicySummary::number).containsExactly(own.number());
        assertThat(drafts.changes(lead)).containsOnlyKeys(own.number());
        assertThatThrownBy(() -> restores.missing(lead, others.number())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> drafts.list(ann)).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void what_was_approved_since_is_named_before_an_old_policy_is_restored_and_kept_by_choice() {
        AccessRequest approved = approved(ann, "engineer");

        Restoration plain = restores.restoration(ADMIN, former, false);
        assertThat(plain.missing()).singleElement().satisfies(access -> {
            assertThat(access.account()).isEqualTo(name(ann));
            assertThat(access.role()).isEqualTo("engineer");
            assertThat(access.until()).isEqualTo(approved.until());
            assertThat(access.obstacle()).isNull();
        });
        assertThat(plain.difference().roles()).extracting(RoleDifference::name).containsExactly("engineer");
        assertThat(restores.effect(ADMIN, former, false).losing()).isOne();
        assertThat(restores.restoration(ADMIN, former, true).difference().roles())
                .isEmpty();
        assertThat(restores.effect(ADMIN, former, true).lines()).isEmpty();

        PolicySummary without = restores.restore(ADMIN, former, "Back", false);
        begun.add(without.number());
        assertThat(without.basedOn()).isEqualTo(former);
        assertThat(members(without.number(), "engineer")).doesNotContain(name(ann));
        assertThat(restores.missing(ADMIN, without.number())).hasSize(1);
        PolicySummary with = restores.restore(ADMIN, former, "Back with it", true);
        begun.add(with.number());
        assertThat(members(with.number(), "engineer")).contains(name(ann));
        assertThat(restores.missing(ADMIN, with.number())).isEmpty();
    }

    @Test
    void a_role_that_was_made_for_a_request_comes_along_where_its_access_is_kept() {
        Space space = space();
        Reader ben = person("engineer");
        AccessRequest request =
                requests.ask(ben, new NewAccessRequest("catalog.source.register", null, space.name(), "A source", 7));
        String role = space.name() + ".operator";
        requests.approve(ADMIN, request.id(), role, later(), "");

        assertThat(restores.missing(ADMIN, former)).singleElement().satisfies(access -> {
            assertThat(access.role()).isEqualTo(role);
            assertThat(access.inPolicy()).isFalse();
            assertThat(access.obstacle()).isNull();
        });
        PolicySummary kept = restores.restore(ADMIN, former, "Back", true);
        begun.add(kept.number());
        assertThat(members(kept.number(), role)).containsExactly(name(ben));
    }

    @Test
    void an_access_whose_role_stands_on_one_that_the_old_policy_has_not_cannot_be_kept() {
        Reader ben = person("guest");
        member(reading("asked-later"));
        member(new Role("asked-wider", "", Set.of("asked-later"), null, List.of(), List.of()));
        approved(ben, "asked-wider");

        assertThat(restores.missing(ADMIN, former))
                .extracting(GivenAccess::obstacle)
                .singleElement()
                .asString()
                .contains("asked-wider");
        assertThat(restores.restoration(ADMIN, former, true).difference().roles())
                .extracting(RoleDifference::name)
                .contains("asked-later", "asked-wider");
    }

    @Test
    void nobody_keeps_what_they_may_not_give_and_nobody_is_told_of_requests_that_they_may_not_see() {
        Space space = space();
        Reader lead = person("engineer");
        member(lead(space, lead));
        approved(ann, "auditor");

        assertThat(restores.missing(lead, former)).isEmpty();
        Reader maker = person("guest");
        member(new Role(
                "asked-makers",
                "",
                Set.of(),
                null,
                List.of(new RoleMember(RoleMember.Kind.ACCOUNT, name(maker), null)),
                List.of(Grant.allow("access.policy.read"), Grant.allow("access.role.edit"))));
        assertThat(restores.missing(maker, former)).hasSize(1);
        int newest = policies.list(ADMIN, null, 1).getFirst().number();
        assertThatThrownBy(() -> restores.restore(maker, former, "Back", true))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("does not hold");
        assertThat(policies.list(ADMIN, null, 1).getFirst().number()).isEqualTo(newest);
        assertThatThrownBy(() -> restores.restore(ann, former, "Back", false)).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void the_roles_of_a_policy_stand_in_the_order_of_their_names_whichever_it_was() {
        PolicySummary back = restores.restore(ADMIN, 1, "Back to the first", false);
        begun.add(back.number());
        assertThat(policies.policy(ADMIN, back.number()).roles())
                .extracting(Role::name)
                .isSorted();
    }

    @Test
    void what_was_never_in_force_is_opened_and_not_restored() {
        PolicySummary draft = draft(ADMIN);
        assertThatThrownBy(() -> restores.restore(ADMIN, draft.number(), "Back", false))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("never in force");
    }

    private AccessRequest approved(Reader asker, String role) {
        AccessRequest request = role.equals("auditor")
                ? requests.ask(asker, new NewAccessRequest("audit.entry.read", null, null, "To look", 1))
                : ask(asker);
        return requests.approve(ADMIN, request.id(), role, later(), "");
    }

    private Instant later() {
        return inForce.evaluator().now().plus(Duration.ofDays(1));
    }

    private PolicySummary draft(Reader reader) {
        PolicySummary draft = policies.draft(reader, null, "One of several");
        begun.add(draft.number());
        return draft;
    }

    private List<String> members(int policy, String role) {
        return policies.policy(ADMIN, policy).roles().stream()
                .filter(one -> one.name().equals(role))
                .flatMap(one -> one.members().stream())
                .map(RoleMember::name)
                .toList();
    }

    private static Role reading(String name) {
        return new Role(name, "Reads.", Set.of(), null, List.of(), List.of(Grant.allow(WANTED)));
    }

    private static Role lead(Space space, Reader lead) {
        return new Role(
                "asked-leads",
                "Look after the space of a test.",
                Set.of("space-admin"),
                space.name(),
                List.of(new RoleMember(RoleMember.Kind.ACCOUNT, name(lead), null)),
                List.of());
    }
}
