package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Explanation.Way;
import dev.portico.access.Grant;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleHolders;
import dev.portico.access.RoleHolders.GrantHolders;
import dev.portico.access.RoleHolders.Holder;
import dev.portico.access.Rule;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class RoleHoldersTest {

    private static final Reader ADMIN = TestAccounts.ADMIN;
    private static final Reader AUDITOR = new Reader("account:a", null, "A", null, Set.of(), Set.of("auditor"), null);

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final List<UUID> made = new ArrayList<>();

    @Autowired
    private RoleHolders holders;

    @Autowired
    private Policies policies;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Spaces spaces;

    private Space space;
    private AccountSummary person;
    private int before;
    private int force;

    /// The role "most" includes "one" of a space and "other" of none; both include "least".
    @BeforeEach
    void roles() {
        space = spaces.create(ADMIN, "holders-" + tag, "Holders", "", Set.of(EntityRef.parse("group:default/" + tag)));
        before = policies.inForce(ADMIN).number();
        PolicySummary draft = policies.draft(ADMIN, null, "Holders");
        int version = draft.version();
        Grant refresh = Grant.allow("catalog.entity.refresh");
        for (Role role : List.of(
                role("least", null, refresh),
                including("one", space.name(), "least"),
                including("other", null, "least"),
                including("most", null, "one", "other"),
                new Role(
                        name("sees"),
                        "",
                        Set.of(),
                        null,
                        List.of(),
                        List.of(Grant.allow("access.policy.read", new Rule.SpaceIs(space.name())))))) {
            version = policies.put(ADMIN, draft.number(), version, role).version();
        }
        force = policies.publish(ADMIN, draft.number(), version, before).number();
        person = TestAccounts.make(accounts, name("most"));
        for (String name : List.of("a", "b")) {
            made.add(tokens.create(ADMIN, TokenRequest.service(name(name), Set.of(name("other")), null))
                    .token()
                    .id());
        }
    }

    @AfterEach
    void gone() {
        made.forEach(id -> tokens.revoke(ADMIN, id));
        accounts.remove(ADMIN, person.id());
        int version = policies.policy(ADMIN, before).summary().version();
        policies.publish(ADMIN, before, version, force);
        spaces.delete(ADMIN, space.name(), space.version());
    }

    @Test
    void whoever_holds_a_role_on_two_ways_is_named_with_both() {
        assertThat(holders.holders(ADMIN, force, name("least")))
                .filteredOn(holder -> holder.way() == Way.ACCOUNT)
                .containsExactlyInAnyOrder(
                        new Holder(Way.ACCOUNT, person.name(), "Tester", 1, name("most"), space.name(), null),
                        new Holder(Way.ACCOUNT, person.name(), "Tester", 1, name("most"), null, null));
    }

    @Test
    void tokens_are_named_to_whoever_manages_them_and_else_counted() {
        assertThat(tokens(holders.holders(ADMIN, force, name("least"))))
                .extracting(Holder::name)
                .containsExactly(name("a"), name("b"));

        Holder counted = new Holder(Way.TOKEN, "", "2 service tokens", 0, name("other"), null, null);
        assertThat(tokens(holders.holders(AUDITOR, force, name("least")))).containsExactly(counted);
        assertThat(holders.grants(AUDITOR, force, "catalog.entity.refresh"))
                .filteredOn(grant -> grant.role().equals(name("least")))
                .flatExtracting(GrantHolders::holders)
                .contains(counted)
                .extracting("name")
                .doesNotContain(name("a"), name("b"));
    }

    @Test
    void of_roles_that_one_may_not_see_one_learns_no_numbers() {
        Reader narrow = new Reader("account:n", null, "N", null, Set.of(), Set.of(name("sees")), null);

        assertThat(holders.given(ADMIN)).containsKeys(name("most"), name("other"));
        assertThat(holders.given(AUDITOR)).containsKeys(name("most"), name("other"));
        assertThat(holders.given(narrow)).isEmpty();
    }

    private static List<Holder> tokens(List<Holder> holders) {
        return holders.stream().filter(holder -> holder.way() == Way.TOKEN).toList();
    }

    private String name(String role) {
        return "holders-" + role + "-" + tag;
    }

    private Role role(String name, @Nullable String in, Grant... grants) {
        return new Role(name(name), "", Set.of(), in, List.of(), List.of(grants));
    }

    private Role including(String name, @Nullable String in, String... others) {
        return new Role(
                name(name), "", Set.copyOf(Stream.of(others).map(this::name).toList()), in, List.of(), List.of());
    }
}
