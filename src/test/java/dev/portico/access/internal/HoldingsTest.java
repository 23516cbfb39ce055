package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Role;
import dev.portico.access.Rule;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import java.util.List;
import java.util.Map;
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
            "access.account.manage",
            "access.token.own",
            "audit.entry.read",
            "catalog.entity.read",
            "catalog.entity.refresh",
            "quality.track.read",
            "a.b.c");
    private static final Condition MINE = new Rule.OwnerIsMine();

    private final Evaluator policy = TestPolicy.of(FirstPolicy.roles(), Map.of());

    @Example
    void an_admin_may_give_every_role_and_an_engineer_no_admin() {
        assertThat(policy.roles().names()).allMatch(role -> cover(reader(null, Set.of("admin")), role));
        assertThat(cover(reader(null, Set.of("engineer")), "admin")).isFalse();
        assertThat(cover(reader(null, Set.of("engineer")), "engineer")).isTrue();
        assertThat(cover(reader(null, Set.of("engineer")), "guest")).isTrue();
        assertThat(cover(reader(null, Set.of("guest")), "engineer")).isFalse();
        assertThat(cover(reader(null, Set.of("team-lead")), "engineer")).isTrue();
    }

    @Example
    void an_admin_with_a_narrow_token_gives_no_more_than_the_token_allows() {
        Reader narrow = reader(Set.of("access.account.manage"), Set.of("admin"));

        assertThat(cover(narrow, "admin")).isFalse();
        assertThat(cover(narrow, "engineer")).isFalse();
        assertThat(cover(reader(null, Set.of("admin")).within("payments"), "engineer"))
                .isFalse();
    }

    @Example
    void whoever_takes_a_denial_away_holds_what_it_denies() {
        Evaluator other = TestPolicy.of(
                TestPolicy.role("reader", Grant.allow("catalog.*")),
                TestPolicy.role("denied", Grant.deny("secrets.*", Condition.always())),
                TestPolicy.role("keeper", Grant.allow("secrets.*")));

        assertThat(uncovered(other, TestPolicy.jane("reader"), "denied")).isPresent();
        assertThat(uncovered(other, TestPolicy.jane("keeper"), "denied")).isEmpty();
        assertThat(uncovered(other, TestPolicy.jane("keeper", "denied"), "keeper"))
                .isPresent();
    }

    /// A denial in a space that is gone denies everything, and what is allowed there is nothing.
    @Example
    void whoever_holds_what_a_denial_named_does_not_take_it_away_once_its_space_is_gone() {
        Condition east = new Rule.SpaceIs("east");
        List<Role> roles = List.of(
                TestPolicy.role("denied", Grant.deny("secrets.*", east)),
                TestPolicy.role("keeper", Grant.allow("secrets.*", east)));

        Evaluator there = TestPolicy.of(roles, Map.of("east", Set.of("group:default/rail")));
        assertThat(uncovered(there, TestPolicy.jane("keeper"), "denied")).isEmpty();

        Evaluator gone = TestPolicy.of(roles, Map.of());
        assertThat(uncovered(gone, TestPolicy.jane("keeper"), "denied")).isPresent();
    }

    @Example
    void a_narrower_condition_is_covered_and_a_wider_one_is_not() {
        Condition apis = new Rule.KindIn(Set.of("api"));
        Condition both = new Condition.AllOf(List.of(MINE, apis));

        assertThat(Implication.holds(both, MINE)).isTrue();
        assertThat(Implication.holds(MINE, both)).isFalse();
        assertThat(Implication.holds(apis, new Rule.KindIn(Set.of("api", "component"))))
                .isTrue();
        assertThat(Implication.holds(MINE, new Condition.AnyOf(List.of(apis, MINE))))
                .isTrue();
        assertThat(Implication.holds(new Condition.AnyOf(List.of(apis, MINE)), MINE))
                .isFalse();
        assertThat(Implication.holds(new Condition.Not(MINE), new Condition.Not(both)))
                .isTrue();
        assertThat(Implication.holds(new Condition.Not(both), new Condition.Not(MINE)))
                .isFalse();
        assertThat(Implication.holds(new Condition.AnyOf(List.of()), MINE)).isTrue();
        assertThat(Implication.holds(Condition.always(), MINE)).isFalse();
        assertThat(Implication.holds(new Rule.LabelHas("a", Set.of()), new Rule.LabelHas("a", Set.of("x"))))
                .isFalse();
    }

    @Property
    void a_role_that_one_may_give_allows_nothing_that_one_may_not(
            @ForAll("roles") Set<String> held,
            @ForAll("scopes") List<String> scopes,
            @ForAll("roles") Set<String> given) {
        Reader giver = reader(scopes.isEmpty() ? null : Set.copyOf(scopes), held);
        if (!given.stream().allMatch(role -> cover(giver, role))) {
            return;
        }
        for (String name : PERMISSIONS) {
            Permission permission = Permission.general(name, "Does something.");
            boolean receiver = !(policy.scope(reader(null, given), permission) instanceof Scope.None);
            boolean all = policy.scope(reader(null, given), permission) instanceof Scope.All;

            assertThat(!receiver || !(policy.scope(giver, permission) instanceof Scope.None))
                    .isTrue();
            assertThat(!all || policy.scope(giver, permission) instanceof Scope.All)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<Set<String>> roles() {
        return Arbitraries.of("admin", "auditor", "engineer", "guest", "team-lead")
                .set()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<String>> scopes() {
        return Arbitraries.of(
                        "*",
                        "access.*",
                        "catalog.*",
                        "catalog.entity.*",
                        "catalog.entity.read",
                        "access.token.own",
                        "*.*.read")
                .list()
                .ofMaxSize(3);
    }

    private boolean cover(Reader reader, String role) {
        return uncovered(policy, reader, role).isEmpty();
    }

    private static java.util.Optional<Grant> uncovered(Evaluator policy, Reader reader, String role) {
        return Holdings.uncovered(
                policy,
                reader,
                policy.roles().grants(role).stream().map(HeldGrant::effective).toList());
    }

    private static Reader reader(@Nullable Set<String> scopes, Set<String> roles) {
        return new Reader("account:jane", UUID.randomUUID(), "Jane", null, Set.of(), roles, scopes);
    }
}
