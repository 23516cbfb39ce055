package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.access.Condition;
import dev.portico.access.Decision;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Explanation.Holding;
import dev.portico.access.Explanation.Outcome;
import dev.portico.access.Explanation.SeenCondition;
import dev.portico.access.Explanation.SeenGrant;
import dev.portico.access.Explanation.Way;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class EvaluatorTest {

    private static final Permission READ = new Permission("catalog.entity.read", "catalog-entity", "Read entities.");
    private static final List<String> OWNERS =
            List.of("user:default/jane", "group:default/payments", "group:default/platform", "not a ref");
    private static final Condition MINE = new Rule.OwnerIsMine();
    private static final Condition PUBLIC = new Rule.LabelHas("portico.dev/visibility", Set.of("public"));
    private static final Condition NOTHING = new Condition.AnyOf(List.of());

    @Example
    void nothing_is_allowed_without_a_grant() {
        Evaluator policy = TestPolicy.of();
        Decision decision = policy.decide(TestPolicy.jane(), READ, entity("", ""));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.explanation()).containsExactly("No role of account:jane allows catalog.entity.read.");
        assertThat(policy.scope(TestPolicy.jane(), READ)).isEqualTo(new Scope.None());
    }

    @Example
    void a_decision_says_in_plain_words_what_it_looked_at() {
        Evaluator policy = TestPolicy.of(
                TestPolicy.role("guest", Grant.allow("catalog.*", PUBLIC), Grant.allow("secrets.*")),
                TestPolicy.role("auditor", Grant.deny("catalog.entity.read", new Condition.Not(MINE))));

        Decision decision =
                policy.decide(TestPolicy.jane("guest", "auditor"), READ, entity("group:default/payments", "public"));

        assertThat(decision.allowed()).isTrue();
        assertThat(decision.explanation())
                .containsExactly(
                        "account:jane holds auditor (given to the account), guest (given to the account).",
                        "The role auditor denies catalog.entity.read where its owner is neither you nor one of your"
                                + " groups, which does not hold.",
                        "The role guest allows catalog.entity.read where its label portico.dev/visibility is public,"
                                + " which holds.");
    }

    @Example
    void a_decision_gives_its_reasons_as_data() {
        Grant mine = Grant.allow("catalog.*", MINE);
        Grant other = Grant.allow("secrets.secret.manage");
        Evaluator policy = TestPolicy.of(TestPolicy.role("lead", mine, other));

        Decision decision = policy.decide(TestPolicy.jane("lead"), READ, entity("group:default/platform", ""));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons().policy()).isEqualTo(7);
        assertThat(decision.reasons().grants())
                .containsExactly(
                        new SeenGrant(
                                "lead",
                                mine,
                                Outcome.DOES_NOT_HOLD,
                                new SeenCondition(
                                        MINE.words(),
                                        false,
                                        Set.of("user:default/jane", "group:default/payments"),
                                        List.of("group:default/platform"),
                                        List.of())),
                        new SeenGrant("lead", other, Outcome.OTHER_PERMISSION, null));
    }

    @Example
    void where_no_thing_is_named_a_conditional_grant_neither_allows_nor_denies() {
        Evaluator policy = TestPolicy.of(
                TestPolicy.role("lead", Grant.allow("catalog.*", MINE)),
                TestPolicy.role("all", Grant.allow("catalog.*")),
                TestPolicy.role("barred", Grant.deny("catalog.*", MINE)));

        Decision decision = policy.decide(TestPolicy.jane("lead"), READ);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.depends()).isTrue();
        assertThat(decision.reasons().grants())
                .containsExactly(new SeenGrant("lead", Grant.allow("catalog.*", MINE), Outcome.NEEDS_THING, null));
        assertThat(policy.decide(TestPolicy.jane("all", "barred"), READ).depends())
                .isTrue();
        assertThat(policy.decide(TestPolicy.jane("all"), READ).depends()).isFalse();
        assertThat(policy.decide(TestPolicy.jane("barred"), READ).depends()).isFalse();
        assertThat(policy.decide(TestPolicy.jane("lead"), READ, entity("group:default/platform", ""))
                        .depends())
                .isFalse();
        Permission general = Permission.general("catalog.entity.count", "Counts.");
        assertThat(policy.decide(TestPolicy.jane("lead"), general).depends()).isFalse();
    }

    @Example
    void roles_are_held_by_user_group_everyone_token_and_inclusion_and_only_for_their_time() {
        Instant later = TestPolicy.NOW.plusSeconds(60);
        Evaluator policy = TestPolicy.of(
                held("by-user", new RoleMember(RoleMember.Kind.USER, "user:default/jane", null)),
                TestPolicy.including(
                        held("by-group", new RoleMember(RoleMember.Kind.GROUP, "group:default/payments", later)),
                        "included"),
                TestPolicy.role("included"),
                held("by-all", new RoleMember(RoleMember.Kind.EVERYONE, "", null)),
                held("by-token", new RoleMember(RoleMember.Kind.TOKEN, "ci", null)),
                held("over", new RoleMember(RoleMember.Kind.USER, "user:default/jane", TestPolicy.NOW)),
                held("not-hers", new RoleMember(RoleMember.Kind.GROUP, "group:default/platform", null)));

        assertThat(policy.held(TestPolicy.jane("own", "by-user")))
                .containsExactly(
                        held("by-all", new Holding(Way.EVERYONE, "", null)),
                        held("by-group", new Holding(Way.GROUP, "group:default/payments", later)),
                        new HeldRole(
                                "by-user",
                                true,
                                List.of(
                                        new Holding(Way.ACCOUNT, "account:jane", null),
                                        new Holding(Way.USER, "user:default/jane", null))),
                        held("included", new Holding(Way.INCLUDED, "by-group", null)),
                        new HeldRole("own", false, List.of(new Holding(Way.ACCOUNT, "account:jane", null))));
        Reader token = new Reader("token:ci", null, "ci", null, Set.of(), Set.of(), null);
        assertThat(policy.roles().held(token, TestPolicy.NOW)).containsExactly("by-token");
        assertThat(policy.roles().held(Reader.anonymous(), TestPolicy.NOW)).isEmpty();
        assertThat(policy.roles().held(TestPolicy.jane(), later)).containsExactlyInAnyOrder("by-user", "by-all");
    }

    @Example
    void a_role_of_a_space_ends_where_the_space_does_whatever_it_includes() {
        Role lead = TestPolicy.in(
                "payments",
                TestPolicy.including(TestPolicy.role("lead", Grant.allow("catalog.entity.read")), "writer"));
        Role writer = TestPolicy.role("writer", Grant.allow("catalog.entity.delete"));
        Evaluator policy = TestPolicy.of(List.of(lead, writer), Map.of("payments", Set.of("group:default/payments")));
        Permission delete = new Permission("catalog.entity.delete", "catalog-entity", "Delete entities.");

        for (Permission permission : List.of(READ, delete)) {
            assertThat(allowed(policy, permission, "group:default/payments")).isTrue();
            assertThat(allowed(policy, permission, "group:default/platform")).isFalse();
            assertThat(policy.decide(TestPolicy.jane("lead"), permission).allowed())
                    .isFalse();
        }
        assertThat(allowed(TestPolicy.of(lead, writer), READ, "group:default/payments"))
                .as("a space that is not there")
                .isFalse();
    }

    @Example
    void a_denial_that_speaks_of_a_space_that_is_not_there_holds() {
        Evaluator policy = TestPolicy.of(
                TestPolicy.role("r", Grant.allow("*"), Grant.deny("catalog.*", new Rule.SpaceIs("gone"))));
        Evaluator not = TestPolicy.of(TestPolicy.role(
                "r", Grant.allow("*"), Grant.deny("catalog.*", new Condition.Not(new Rule.SpaceIs("gone")))));

        assertThat(policy.decide(TestPolicy.jane("r"), READ, entity("x", "")).allowed())
                .isFalse();
        assertThat(not.decide(TestPolicy.jane("r"), READ, entity("x", "")).allowed())
                .isFalse();
    }

    @Example
    void a_role_opens_what_it_allows_somewhere_and_denies_not_everywhere() {
        Grant allowed = Grant.allow("catalog.*", PUBLIC);
        Grant denied = Grant.deny("*", Condition.always());
        Grant partly = Grant.deny("*", MINE);

        assertThat(opens()).isFalse();
        assertThat(opens(allowed, partly)).isTrue();
        assertThat(opens(allowed, denied)).isFalse();
    }

    @Property
    void a_scope_holds_for_exactly_the_things_on_which_a_decision_allows(
            @ForAll("grants") List<Grant> grants, @ForAll("readers") Reader reader, @ForAll("things") Thing thing) {
        Evaluator policy = policy(grants);
        assertThat(policy.scope(reader, READ).holds(reader, thing))
                .isEqualTo(policy.decide(reader, READ, thing).allowed());
    }

    @Property
    void a_deny_that_holds_beats_every_allow(
            @ForAll("grants") List<Grant> grants, @ForAll("readers") Reader reader, @ForAll("things") Thing thing) {
        boolean denied = grants.stream()
                .anyMatch(grant -> !grant.allows() && grant.condition().holds(reader, thing));
        boolean allowed = grants.stream()
                .anyMatch(grant -> grant.allows() && grant.condition().holds(reader, thing));

        assertThat(policy(grants).decide(reader, READ, thing).allowed()).isEqualTo(allowed && !denied);
    }

    @Property
    void the_reasons_are_those_of_the_decision(
            @ForAll("grants") List<Grant> grants, @ForAll("readers") Reader reader, @ForAll("things") Thing thing) {
        Decision decision = policy(grants).decide(reader, READ, thing);
        List<SeenGrant> seen = decision.reasons().grants();

        assertThat(seen).hasSameSizeAs(grants);
        assertThat(holds(seen, Grant.Effect.ALLOW) && !holds(seen, Grant.Effect.DENY))
                .isEqualTo(decision.allowed());
    }

    @Property
    void whoever_owns_nothing_and_is_nobody_owns_nothing(@ForAll("things") Thing thing) {
        assertThat(MINE.holds(Reader.anonymous(), thing)).isFalse();
    }

    @Provide
    Arbitrary<List<Grant>> grants() {
        return Combinators.combine(Arbitraries.of(Grant.Effect.values()), conditions(2))
                .as((effect, condition) -> new Grant(effect, "catalog.*", condition))
                .list()
                .ofMaxSize(5);
    }

    private static Arbitrary<Condition> conditions(int depth) {
        Arbitrary<Condition> leaf = Arbitraries.of(MINE, PUBLIC, Condition.always(), NOTHING);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Condition> part = conditions(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                part.map(Condition.Not::new),
                part.list().ofMaxSize(3).map(Condition.AllOf::new),
                part.list().ofMaxSize(3).map(Condition.AnyOf::new));
    }

    @Provide
    Arbitrary<Reader> readers() {
        Reader stranger = new Reader("token:x", null, "x", null, Set.of(), Set.of("role"), null);
        return Arbitraries.of(TestPolicy.jane("role"), stranger);
    }

    @Provide
    Arbitrary<Thing> things() {
        return Combinators.combine(Arbitraries.of(OWNERS), Arbitraries.of("public", "internal", "PUBLIC", ""))
                .as(EvaluatorTest::entity);
    }

    private static boolean holds(List<SeenGrant> seen, Grant.Effect effect) {
        return seen.stream()
                .anyMatch(one -> one.outcome() == Outcome.HOLDS && one.grant().effect() == effect);
    }

    private static boolean allowed(Evaluator policy, Permission permission, String owner) {
        return policy.decide(TestPolicy.jane("lead"), permission, entity(owner, ""))
                .allowed();
    }

    private static boolean opens(Grant... grants) {
        RoleSet roles = new RoleSet(List.of(TestPolicy.role("r", grants)));
        return DeclaredPermissions.opens(roles.grants("r"), READ);
    }

    private static Evaluator policy(List<Grant> grants) {
        return TestPolicy.of(TestPolicy.role("role", grants.toArray(Grant[]::new)));
    }

    private static Role held(String name, RoleMember... members) {
        return TestPolicy.role(name).heldBy(List.of(members));
    }

    private static HeldRole held(String name, Holding way) {
        return new HeldRole(name, true, List.of(way));
    }

    private static Thing entity(String owner, String visibility) {
        return new Entity(Map.of(
                "relations.ownedBy", List.of(owner), "metadata.labels.portico.dev/visibility", List.of(visibility)));
    }

    private record Entity(Map<String, List<String>> values) implements Thing {
        @Override
        public String type() {
            return "catalog-entity";
        }

        @Override
        public String id() {
            return "component:default/fare-engine";
        }

        @Override
        public Collection<String> values(String path) {
            return values.getOrDefault(path, List.of());
        }
    }
}
