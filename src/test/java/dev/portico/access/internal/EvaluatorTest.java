package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.access.Condition;
import dev.portico.access.Decision;
import dev.portico.access.Permission;
import dev.portico.access.Rule;
import dev.portico.access.Scope;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    @Example
    void nothing_is_allowed_without_a_grant() {
        Decision decision = Evaluator.decide(List.of(), jane(), READ, entity("", ""));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.explanation()).containsExactly("No role of account:jane allows catalog.entity.read.");
        assertThat(Evaluator.scope(List.of())).isEqualTo(new Scope.None());
    }

    @Example
    void a_decision_says_in_plain_words_what_it_looked_at() {
        List<Grant> grants = List.of(
                Grant.allow("guest", "catalog.*", PUBLIC),
                new Grant("auditor", "catalog.entity.read", Grant.Effect.DENY, new Condition.Not(MINE)));

        Decision decision = Evaluator.decide(grants, jane(), READ, entity("group:default/payments", "public"));

        assertThat(decision.allowed()).isTrue();
        assertThat(decision.explanation())
                .containsExactly(
                        "The role guest allows catalog.entity.read where its label portico.dev/visibility is public,"
                                + " which holds.",
                        "The role auditor denies catalog.entity.read where it is not so that its owner is you or one"
                                + " of your groups, which does not hold.");
    }

    @Example
    void a_role_opens_what_it_allows_somewhere_and_denies_not_everywhere() {
        Grant allowed = Grant.allow("guest", "catalog.*", PUBLIC);
        Grant denied = new Grant("guest", "*", Grant.Effect.DENY, Condition.always());
        Grant partly = new Grant("guest", "*", Grant.Effect.DENY, MINE);

        assertThat(DeclaredPermissions.opens(List.of(), READ)).isFalse();
        assertThat(DeclaredPermissions.opens(List.of(allowed, partly), READ)).isTrue();
        assertThat(DeclaredPermissions.opens(List.of(allowed, denied), READ)).isFalse();
    }

    @Property
    void a_scope_holds_for_exactly_the_things_on_which_a_decision_allows(
            @ForAll("grants") List<Grant> grants, @ForAll("readers") Reader reader, @ForAll("things") Thing thing) {
        assertThat(Evaluator.scope(grants).holds(reader, thing))
                .isEqualTo(Evaluator.decide(grants, reader, READ, thing).allowed());
    }

    @Property
    void a_deny_that_holds_beats_every_allow(
            @ForAll("grants") List<Grant> grants, @ForAll("readers") Reader reader, @ForAll("things") Thing thing) {
        boolean denied = grants.stream()
                .anyMatch(grant -> !grant.allows() && grant.condition().holds(reader, thing));
        boolean allowed = grants.stream()
                .anyMatch(grant -> grant.allows() && grant.condition().holds(reader, thing));

        assertThat(Evaluator.decide(grants, reader, READ, thing).allowed()).isEqualTo(allowed && !denied);
    }

    @Property
    void whoever_owns_nothing_and_is_nobody_owns_nothing(@ForAll("things") Thing thing) {
        assertThat(MINE.holds(Reader.anonymous(), thing)).isFalse();
    }

    @Provide
    Arbitrary<List<Grant>> grants() {
        return Combinators.combine(Arbitraries.of(Grant.Effect.values()), conditions(2))
                .as((effect, condition) -> new Grant("role", "catalog.*", effect, condition))
                .list()
                .ofMaxSize(5);
    }

    private static Arbitrary<Condition> conditions(int depth) {
        Arbitrary<Condition> leaf = Arbitraries.of(MINE, PUBLIC, Condition.always(), new Condition.AnyOf(List.of()));
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
        return Arbitraries.of(jane(), Reader.anonymous(), Reader.system("test"));
    }

    @Provide
    Arbitrary<Thing> things() {
        return Combinators.combine(Arbitraries.of(OWNERS), Arbitraries.of("public", "internal", "PUBLIC", ""))
                .as(EvaluatorTest::entity);
    }

    private static Reader jane() {
        return new Reader(
                "account:jane",
                UUID.randomUUID(),
                "Jane",
                EntityRef.parse("user:default/jane"),
                Set.of(EntityRef.parse("group:default/payments")),
                Set.of("engineer"),
                null);
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
