package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.access.Permission;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

final class HoldingsTest {

    private static final List<String> PERMISSIONS = List.of(
            "access.account.manage", "access.token.own", "catalog.entity.read", "catalog.entity.refresh", "a.b.c");

    private final Roles roles = new Roles();
    private final Holdings holdings = new Holdings(roles);
    private final RoleAccess access = new RoleAccess(roles);

    @Example
    void an_admin_may_give_every_role_and_an_engineer_no_admin() {
        assertThat(roles.names()).allMatch(role -> holdings.cover(reader(null, Set.of("admin")), role));
        assertThat(holdings.cover(reader(null, Set.of("engineer")), "admin")).isFalse();
        assertThat(holdings.cover(reader(null, Set.of("engineer")), "engineer")).isTrue();
        assertThat(holdings.cover(reader(null, Set.of("engineer")), "guest")).isTrue();
        assertThat(holdings.cover(reader(null, Set.of("guest")), "engineer")).isFalse();
    }

    @Example
    void an_admin_with_a_narrow_token_gives_no_more_than_the_token_allows() {
        Reader narrow = reader(Set.of("access.account.manage"), Set.of("admin"));

        assertThat(holdings.cover(narrow, "admin")).isFalse();
        assertThat(holdings.cover(narrow, "engineer")).isFalse();
        assertThat(holdings.coverScope(narrow, "access.account.manage")).isTrue();
        assertThat(holdings.coverScope(narrow, "access.*")).isFalse();
        assertThat(holdings.coverScope(narrow, "*")).isFalse();
    }

    @Property
    void a_role_that_one_may_give_allows_nothing_that_one_may_not(
            @ForAll("roles") Set<String> held,
            @ForAll("scopes") List<String> scopes,
            @ForAll("roles") Set<String> given) {
        Reader giver = reader(scopes.isEmpty() ? null : Set.copyOf(scopes), held);
        if (!given.stream().allMatch(role -> holdings.cover(giver, role))) {
            return;
        }
        for (String name : PERMISSIONS) {
            Permission permission = Permission.general(name, "Does something.");
            boolean receiver = !(access.scope(reader(null, given), permission) instanceof Scope.None);
            boolean all = access.scope(reader(null, given), permission) instanceof Scope.All;

            assertThat(!receiver || !(access.scope(giver, permission) instanceof Scope.None))
                    .isTrue();
            assertThat(!all || access.scope(giver, permission) instanceof Scope.All)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<Set<String>> roles() {
        return Arbitraries.of("admin", "engineer", "guest").set().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<String>> scopes() {
        return Arbitraries.of(
                        "*", "access.*", "catalog.*", "catalog.entity.*", "catalog.entity.read", "access.token.own")
                .list()
                .ofMaxSize(3);
    }

    private static Reader reader(@Nullable Set<String> scopes, Set<String> roles) {
        return new Reader("account:jane", UUID.randomUUID(), "Jane", null, Set.of(), roles, scopes);
    }
}
