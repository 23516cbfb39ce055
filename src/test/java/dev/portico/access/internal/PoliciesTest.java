package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.Access;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.PolicySummary.State;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.audit.Audit;
import dev.portico.audit.AuditEntry;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorticoTest
final class PoliciesTest {

    private static final Reader ADMIN = TestAccounts.ADMIN;
    private static final Permission READ_SOURCE = Permission.general("catalog.source.read", "Read sources.");
    private static final EntityRef GROUP = EntityRef.parse("group:default/policies-test");

    /// May edit and publish every role, and reads sources.
    private static final Reader DELEGATE = reader("policies-delegate", Set.of("policies-delegate"));

    @Autowired
    private Policies policies;

    @Autowired
    private Access access;

    @Autowired
    private PolicyInForce inForce;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    private int before;

    @BeforeEach
    void remember() {
        before = policies.inForce(ADMIN).number();
    }

    @AfterEach
    void restore() {
        inForce.forget();
        int now = policies.inForce(ADMIN).number();
        if (now != before) {
            policies.publish(
                    ADMIN, before, policies.policy(ADMIN, before).summary().version(), now);
        }
    }

    @Test
    void a_draft_is_changed_compared_published_and_what_was_in_force_before_is_restored() {
        Reader member = new Reader("account:policies-test", Ids.next(), "Member", null, Set.of(GROUP), Set.of(), null);
        PolicySummary draft = policies.draft(ADMIN, null, "Let the test read sources");
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.basedOn()).isEqualTo(before);

        PolicySummary changed = policies.put(
                ADMIN,
                draft.number(),
                draft.version(),
                role("policies-readers", Grant.allow("catalog.source.*"))
                        .heldBy(List.of(new RoleMember(RoleMember.Kind.GROUP, GROUP.toString(), null))));
        assertThat(changed.version()).isEqualTo(draft.version() + 1);
        assertThat(access.decide(member, READ_SOURCE).allowed())
                .as("by a draft")
                .isFalse();
        assertThat(policies.difference(ADMIN, before, draft.number()).roles())
                .singleElement()
                .satisfies(role -> {
                    assertThat(role.name()).isEqualTo("policies-readers");
                    assertThat(role.before()).isNull();
                    assertThat(role.grantsAdded()).containsExactly(Grant.allow("catalog.source.*"));
                    assertThat(role.membersAdded()).hasSize(1);
                });

        PolicySummary published = policies.publish(ADMIN, draft.number(), changed.version(), before);
        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.publishedBy()).isEqualTo("account:test");
        assertThat(policies.policy(ADMIN, before).summary().state()).isEqualTo(State.RETIRED);
        assertThat(access.decide(member, READ_SOURCE).allowed()).isTrue();
        assertThat(access.decide(member, READ_SOURCE).explanation())
                .contains("account:policies-test holds policies-readers (as group:default/policies-test).");
        assertThat(rows(published.number()))
                .extracting(AuditEntry::action)
                .containsExactly("access.policy.publish", "access.role.change", "access.policy.begin");

        policies.publish(ADMIN, before, policies.policy(ADMIN, before).summary().version(), published.number());
        assertThat(access.decide(member, READ_SOURCE).allowed()).isFalse();
    }

    @Test
    void what_was_published_stays_as_it_is() {
        assertThatThrownBy(() -> policies.put(ADMIN, before, 1, role("policies-x")))
                .isInstanceOfSatisfying(Refusal.Conflict.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("policy-published"));
        assertThatThrownBy(() -> jdbc.sql("UPDATE access_policy SET note = 'x' WHERE number = ?")
                        .param(before)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM access_policy WHERE number = ?")
                        .param(before)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoever_changes_a_draft_that_was_changed_meanwhile_is_told() {
        PolicySummary draft = policies.draft(ADMIN, null, "Two people at once");
        policies.put(ADMIN, draft.number(), draft.version(), role("policies-first"));

        assertThatThrownBy(() -> policies.put(ADMIN, draft.number(), draft.version(), role("policies-second")))
                .isInstanceOfSatisfying(Refusal.Conflict.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("policy-changed");
                    assertThat(refusal.reason()).contains("account:test", "you saw version 1, and it has 2");
                });
        assertThatThrownBy(() -> policies.publish(ADMIN, draft.number(), draft.version(), before))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> policies.publish(ADMIN, draft.number(), draft.version() + 1, before - 1))
                .isInstanceOfSatisfying(Refusal.Conflict.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("policy-in-force"));
        policies.discard(ADMIN, draft.number(), draft.version() + 1);
        assertThatThrownBy(() -> policies.policy(ADMIN, draft.number())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void what_is_no_policy_is_refused_with_what_to_do() {
        PolicySummary draft = policies.draft(ADMIN, null, "What does not fit");
        Role circle = new Role("policies-circle", "", Set.of("policies-circle"), null, List.of(), List.of());

        assertThatThrownBy(() -> put(draft, circle)).hasMessageContaining("in a circle: policies-circle includes");
        assertThatThrownBy(() -> put(draft, role("policies-x", Grant.allow("catalog.entity.fly"))))
                .hasMessageContaining("There is no permission catalog.entity.fly")
                .hasMessageContaining("catalog.*");
        assertThatThrownBy(() -> put(draft, role("policies-x", Grant.allow("*.read"))))
                .hasMessageContaining("is no permission");
        assertThatThrownBy(() ->
                        put(draft, role("policies-x", Grant.allow("catalog.*", new Rule.SpaceIs("policies-no-space")))))
                .hasMessageContaining("There is no space policies-no-space");
        assertThatThrownBy(() -> put(draft, TestPolicy.including(role("policies-x"), "policies-nobody")))
                .hasMessageContaining("includes policies-nobody, which is not there");
        assertThatThrownBy(() -> put(
                        draft,
                        role("policies-x")
                                .heldBy(List.of(new RoleMember(RoleMember.Kind.USER, "group:default/a", null)))))
                .hasMessageContaining("is no ref of a user");
        assertThatThrownBy(() -> put(draft, role("admin", Grant.allow("catalog.*"))))
                .hasMessageContaining("The role admin allows everything");
        assertThatThrownBy(() -> policies.remove(ADMIN, draft.number(), draft.version(), "admin"))
                .hasMessageContaining("The role admin allows everything");
        assertThatThrownBy(() -> policies.remove(ADMIN, draft.number(), draft.version(), "engineer"))
                .hasMessageContaining("is included by operator, publisher, team-lead");
        assertThat(policies.policy(ADMIN, draft.number()).summary().version()).isEqualTo(draft.version());
        policies.discard(ADMIN, draft.number(), draft.version());
    }

    @Test
    void a_delegated_admin_gives_what_they_hold_and_nothing_else() {
        publishDelegate();
        int current = policies.inForce(ADMIN).number();
        PolicySummary draft = policies.draft(DELEGATE, null, "By the delegate");

        PolicySummary second = policies.put(
                DELEGATE,
                draft.number(),
                draft.version(),
                role("policies-readers", Grant.allow("catalog.source.read"))
                        .heldBy(List.of(new RoleMember(RoleMember.Kind.GROUP, GROUP.toString(), null))));
        assertThatThrownBy(() -> policies.put(
                        DELEGATE, draft.number(), second.version(), role("policies-more", Grant.allow("secrets.*"))))
                .isInstanceOfSatisfying(Refusal.Forbidden.class, refusal -> assertThat(refusal.reason())
                        .contains("does not hold what the change gives or takes: allow secrets.*", "Leave it out"));
        assertThat(rows(draft.number()).getFirst().refused()).isTrue();
        assertThatThrownBy(() -> policies.remove(DELEGATE, draft.number(), second.version(), "auditor"))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> policies.put(
                        DELEGATE,
                        draft.number(),
                        second.version(),
                        TestPolicy.including(role("policies-more"), "operator")))
                .isInstanceOf(Refusal.Forbidden.class);

        policies.publish(DELEGATE, draft.number(), second.version(), current);
        assertThat(policies.inForce(ADMIN).number()).isEqualTo(draft.number());
    }

    @Test
    void a_delegated_admin_does_not_publish_what_others_put_into_a_draft() {
        publishDelegate();
        int current = policies.inForce(ADMIN).number();
        PolicySummary draft = policies.draft(ADMIN, null, "By the admin");
        PolicySummary mighty =
                policies.put(ADMIN, draft.number(), draft.version(), role("policies-mighty", Grant.allow("secrets.*")));

        assertThatThrownBy(() -> policies.publish(DELEGATE, draft.number(), mighty.version(), current))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(policies.inForce(ADMIN).number()).isEqualTo(current);
        policies.discard(ADMIN, draft.number(), mighty.version());
    }

    @Test
    void whoever_may_not_sees_and_changes_nothing() {
        Reader engineer = reader("policies-engineer", Set.of(Roles.ENGINEER));

        assertThatThrownBy(() -> policies.inForce(engineer)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> policies.policy(engineer, before)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> policies.draft(engineer, null, "Not mine")).isInstanceOf(Refusal.Forbidden.class);
        assertThat(audit.recent("policy", "new", 1).getFirst().refused()).isTrue();
    }

    @Test
    void where_the_policy_in_force_cannot_be_read_everything_is_refused() {
        Reader engineer = reader("policies-engineer", Set.of(Roles.ENGINEER));
        jdbc.sql("""
                        INSERT INTO access_policy (version, note, document, created_by, changed_by, published_by,
                            published_at)
                        VALUES (1, 'broken', '{"roles":[{"name":"admin","grants":"*"}]}', 't', 't', 't', now())
                        """).update();
        try {
            force("(SELECT max(number) FROM access_policy)");
            for (Reader reader : List.of(engineer, ADMIN, Reader.system("test"))) {
                assertThatThrownBy(() -> access.decide(reader, READ_SOURCE))
                        .isInstanceOfSatisfying(Refusal.Unavailable.class, refusal -> assertThat(refusal.reason())
                                .contains("./portico access break-glass"));
                assertThatThrownBy(() -> access.scope(reader, READ_SOURCE)).isInstanceOf(Refusal.Unavailable.class);
                assertThatThrownBy(() -> access.decide(reader, READ_SOURCE, new RoleThing(role("x"))))
                        .isInstanceOf(Refusal.Unavailable.class);
            }
        } finally {
            force(Integer.toString(before));
        }
        assertThat(access.decide(engineer, READ_SOURCE).allowed()).isTrue();
    }

    private void force(String number) {
        jdbc.sql("UPDATE access_policy_force SET number = " + number).update();
        inForce.forget();
    }

    private void publishDelegate() {
        PolicySummary draft = policies.draft(ADMIN, null, "A delegated admin");
        PolicySummary changed = policies.put(
                ADMIN,
                draft.number(),
                draft.version(),
                role(
                        "policies-delegate",
                        Grant.allow("access.policy.*"),
                        Grant.allow("access.role.edit"),
                        Grant.allow("catalog.source.read"),
                        Grant.deny("catalog.entity.delete", new Rule.KindIn(Set.of("api")))));
        policies.publish(
                ADMIN,
                draft.number(),
                changed.version(),
                policies.inForce(ADMIN).number());
    }

    private PolicySummary put(PolicySummary draft, Role role) {
        return policies.put(ADMIN, draft.number(), draft.version(), role);
    }

    private List<AuditEntry> rows(int policy) {
        return audit.recent("policy", Integer.toString(policy), 10);
    }

    private static Role role(String name, Grant... grants) {
        return TestPolicy.role(name, grants);
    }

    private static Reader reader(String name, Set<String> roles) {
        return new Reader("account:" + name, Ids.next(), name, null, Set.of(), roles, null);
    }
}
