package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.Access;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.NewAccount;
import dev.portico.access.Permission;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Those who were handed a part of the rights neither keep out who handed it over nor meddle with what others prepare.
@PorticoTest
final class DelegatesTest {

    private static final String SPACE = "delegates-east";
    private static final String OTHER = "delegates-west";
    private static final EntityRef EAST = EntityRef.parse("group:delegates/east");
    private static final EntityRef WEST = EntityRef.parse("group:delegates/west");
    private static final Permission READ = new Permission("catalog.entity.read", "catalog-entity", "Read.");
    private static final RoleMember EVERYONE = new RoleMember(RoleMember.Kind.EVERYONE, "", null);

    /// Signed in, so a member of what everyone is.
    private static final Reader ADMIN = reader("boss", Set.of(), Roles.ADMIN);
    private static final Reader ENGINEER = reader("eng", Set.of(), Roles.ENGINEER);

    /// Looks after one space.
    private static final Reader NORA = reader("nora", Set.of(EAST), "delegates-nora");

    /// Looks after roles, accounts and tokens everywhere, and is no admin.
    private static final Reader SAM = reader("sam", Set.of(), "delegates-sam");

    @Autowired
    private Policies policies;

    @Autowired
    private Access access;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Spaces spaces;

    @Autowired
    private SpaceOwners owners;

    @Autowired
    private JdbcClient jdbc;

    private int before;

    @BeforeEach
    void handOver() {
        before = policies.inForce(ADMIN).number();
        spaces.create(ADMIN, SPACE, "East", "", Set.of(EAST));
        spaces.create(ADMIN, OTHER, "West", "", Set.of(WEST));
        publish(
                ADMIN,
                new Role("delegates-nora", "", Set.of("space-admin"), SPACE, List.of(), List.of()),
                new Role("delegates-west", "", Set.of(), OTHER, List.of(), List.of(Grant.allow(READ.name()))),
                role(
                        "delegates-sam",
                        Grant.allow("access.*"),
                        Grant.allow("catalog.entity.read"),
                        Grant.allow("audit.*")));
    }

    @AfterEach
    void takeBack() {
        int now = policies.inForce(ADMIN).number();
        if (now != before) {
            policies.publish(
                    ADMIN, before, policies.policy(ADMIN, before).summary().version(), now);
        }
        for (String name : List.of(SPACE, OTHER)) {
            jdbc.sql("DELETE FROM access_space WHERE name = ?").param(name).update();
        }
        jdbc.sql("DELETE FROM access_policy WHERE published_at IS NULL AND created_by IN (?, ?, ?)")
                .params(List.of(ADMIN.subject(), NORA.subject(), SAM.subject()))
                .update();
        owners.forgetAll();
    }

    @Test
    void a_denial_of_a_space_spares_admins_who_can_end_it() {
        publish(
                NORA,
                new Role(
                        "delegates-deny",
                        "",
                        Set.of(),
                        SPACE,
                        List.of(EVERYONE),
                        List.of(Grant.deny(READ.name(), Condition.always()))));

        assertThat(access.decide(ENGINEER, READ, new Owned(EAST, List.of())).allowed())
                .isFalse();
        assertThat(access.decide(ENGINEER, READ, new Owned(WEST, List.of())).allowed())
                .isTrue();
        assertThat(access.decide(ADMIN, READ, new Owned(EAST, List.of())).allowed())
                .isTrue();
        assertThat(access.decide(ADMIN, READ, new Owned(EAST, List.of())).explanation())
                .anySatisfy(sentence -> assertThat(sentence).contains("delegates-deny", "does not reach admins"));
        remove("delegates-deny");
        assertThat(access.decide(ENGINEER, READ, new Owned(EAST, List.of())).allowed())
                .isTrue();
    }

    @Test
    void administration_is_denied_to_everybody_but_admins() {
        publish(
                SAM,
                role("delegates-deny", deny("access.account.manage"), deny("audit.*"), deny("access.role.*"))
                        .heldBy(List.of(EVERYONE)));

        Permission manage = Permission.general("access.account.manage", "Accounts.");
        assertThat(access.decide(SAM, manage).allowed()).isFalse();
        assertThat(access.decide(ADMIN, manage).allowed()).isTrue();
        assertThat(access.decide(ADMIN, Permission.general("audit.entry.read", "Audit."))
                        .allowed())
                .isTrue();
        changeAnAccount();
        remove("delegates-deny");
    }

    @Test
    void an_admin_who_is_denied_something_still_undoes_it_and_looks_after_everybody() {
        publish(
                ADMIN,
                role("delegates-deny", Grant.deny("catalog.*", new Rule.TagHas("secret")))
                        .heldBy(List.of(EVERYONE)));

        Thing secret = new Owned(EAST, List.of("secret"));
        assertThat(access.decide(ADMIN, READ, secret).allowed())
                .as("what is not administration is denied to admins as well")
                .isFalse();
        changeAnAccount();
        remove("delegates-deny");
        assertThat(access.decide(ADMIN, READ, secret).allowed()).isTrue();
    }

    @Test
    void drafts_of_others_are_neither_seen_nor_touched_by_who_may_not_change_every_role() {
        PolicySummary draft = policies.draft(ADMIN, null, "What the admins prepare");

        assertThat(policies.list(NORA, null, 100))
                .extracting(PolicySummary::number)
                .doesNotContain(draft.number());
        assertThat(policies.list(SAM, null, 100))
                .extracting(PolicySummary::number)
                .contains(draft.number());
        assertUnknown(() -> policies.policy(NORA, draft.number()));
        assertUnknown(() -> policies.difference(NORA, before, draft.number()));
        assertUnknown(() -> policies.note(NORA, draft.number(), draft.version(), "Mine now"));
        assertUnknown(() -> policies.discard(NORA, draft.number(), draft.version()));
        assertUnknown(() -> policies.draft(NORA, draft.number(), "From theirs"));
        assertUnknown(() -> policies.put(
                NORA,
                draft.number(),
                draft.version(),
                new Role("delegates-own", "", Set.of(), SPACE, List.of(), List.of())));
        int now = policies.inForce(ADMIN).number();
        assertUnknown(() -> policies.publish(NORA, draft.number(), draft.version(), now));

        PolicySummary own = policies.draft(NORA, null, "Ours");
        Reader byToken =
                new Reader("token:nora/laptop", Ids.next(), "Nora", null, Set.of(EAST), Set.of("delegates-nora"), null);
        policies.discard(
                byToken,
                own.number(),
                policies.note(byToken, own.number(), own.version(), "Still ours")
                        .version());
    }

    @Test
    void roles_of_other_spaces_are_not_named() {
        PolicySummary draft = policies.draft(NORA, null, "Ours");
        Role including = new Role("delegates-own", "", Set.of("delegates-west"), SPACE, List.of(), List.of());

        assertThatThrownBy(() -> policies.put(NORA, draft.number(), draft.version(), including))
                .isInstanceOfSatisfying(Refusal.InvalidInput.class, refusal -> assertThat(refusal.reason())
                        .contains("which is not there")
                        .doesNotContain("space " + OTHER));
        List<Role> own = new ArrayList<>(policies.policy(ADMIN, draft.number()).roles());
        own.add(including);
        assertThatThrownBy(() -> policies.replace(NORA, draft.number(), draft.version(), own))
                .isInstanceOfSatisfying(Refusal.InvalidInput.class, refusal -> assertThat(refusal.reason())
                        .contains("which is not there"));
        assertThatThrownBy(() -> policies.remove(NORA, draft.number(), draft.version(), "delegates-west"))
                .isInstanceOf(Refusal.NotFound.class);
        for (String role : List.of("delegates-west", "delegates-nothing")) {
            TokenRequest wanted =
                    TokenRequest.service("delegates-ci", Set.of(role), null).within(Set.of(SPACE));
            assertThatThrownBy(() -> tokens.create(NORA, wanted))
                    .isInstanceOfSatisfying(Refusal.InvalidInput.class, refusal -> assertThat(refusal.reason())
                            .startsWith("There is no role \"" + role + "\"; there are ")
                            .contains("delegates-nora")
                            .doesNotContain("delegates-west, "));
        }
    }

    private void changeAnAccount() {
        AccountSummary made = accounts.create(
                ADMIN,
                new NewAccount(
                        "delegates-new", "New", null, Set.of(Roles.ENGINEER, Roles.ADMIN), TestAccounts.PASSWORD));
        accounts.change(ADMIN, made.id(), AccountEdit.enabled(false));
        accounts.remove(ADMIN, made.id());
    }

    private void publish(Reader reader, Role... roles) {
        int current = policies.inForce(reader).number();
        PolicySummary draft = policies.draft(reader, null, "For the test of delegates");
        for (Role role : roles) {
            draft = policies.put(reader, draft.number(), draft.version(), role);
        }
        policies.publish(reader, draft.number(), draft.version(), current);
    }

    private void remove(String role) {
        int current = policies.inForce(ADMIN).number();
        PolicySummary draft = policies.draft(ADMIN, null, "Without the denial");
        draft = policies.remove(ADMIN, draft.number(), draft.version(), role);
        policies.publish(ADMIN, draft.number(), draft.version(), current);
    }

    private static void assertUnknown(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Refusal.NotFound.class);
    }

    private static Grant deny(String pattern) {
        return Grant.deny(pattern, Condition.always());
    }

    private static Role role(String name, Grant... grants) {
        return new Role(name, "", Set.of(), null, List.of(), List.of(grants));
    }

    private static Reader reader(String name, Set<EntityRef> groups, String role) {
        return new Reader("account:" + name, Ids.next(), name, null, groups, Set.of(role), null);
    }

    private record Owned(EntityRef owner, List<String> tags) implements Thing {
        @Override
        public String type() {
            return "catalog-entity";
        }

        @Override
        public String id() {
            return "component:delegates/thing";
        }

        @Override
        public Collection<String> values(String path) {
            return switch (path) {
                case Rule.OWNERS -> List.of(owner.toString());
                case Rule.TAGS -> tags;
                default -> List.of();
            };
        }
    }
}
