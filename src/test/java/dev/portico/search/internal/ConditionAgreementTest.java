package dev.portico.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.access.Condition;
import dev.portico.access.ConditionJson;
import dev.portico.access.Rule;
import dev.portico.access.spaces.SpaceContents;
import dev.portico.access.things.ThingSource;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.Sources;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import dev.portico.specification.Policy;
import dev.portico.specification.RandomRights;
import dev.portico.specification.RightsOracle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Promise: a condition holds for exactly the entities that its query finds, and both mean what the specification says.
@PorticoTest
final class ConditionAgreementTest {

    private static final long SEED = Long.getLong("portico.search.seed", 20261122);
    private static final int TREES =
            Integer.getInteger("portico.condition.trees", Boolean.getBoolean("portico.long") ? 100_000 : 5_000);
    private static final int ENTITIES = 120;

    @Autowired
    private Sources sources;

    @Autowired
    private Registered registered;

    @Autowired
    private Follower follower;

    @Autowired
    private List<ThingSource> thingSources;

    @Autowired
    private SpaceContents spaces;

    private OddCompany company;

    @BeforeEach
    void begin() {
        company = new OddCompany(sources, registered);
    }

    @AfterEach
    void empty() {
        company.remove();
    }

    @Test
    void conditions_mean_the_same_in_memory_in_the_index_and_to_the_specification() {
        company.push(SEED, ENTITIES);
        List<JsonNode> here = company.stored().stream()
                .map(OddCompany::parsed)
                .filter(entity -> company.isHere(RandomQuestions.ref(entity)))
                .toList();
        Map<String, Thing> things = things(here);
        RandomRights random = new RandomRights(SEED, here);
        Policy policy = random.policy();
        Map<String, Set<String>> owners = new HashMap<>();
        policy.spaces().forEach((space, roots) -> owners.put(space, ownersOf(roots)));
        RightsOracle oracle = new RightsOracle(here, policy);
        List<String> users = random.readers(10);
        Set<Set<String>> different = new HashSet<>();
        for (int number = 0; number < TREES; number++) {
            dev.portico.specification.Condition said = random.condition(3);
            Condition condition = Asker.portal(said, owners);
            String user = users.get(number % users.size());
            Reader reader = Asker.user(user, user, oracle.identities(user), Set.of());
            Set<String> expected = oracle.matching(user, said);
            assertThat(inMemory(condition, reader, things))
                    .as("%s for %s", said, user)
                    .isEqualTo(expected);
            Set<String> found = follower.read(searcher -> inIndex(condition, reader, searcher));
            assertThat(found).as("%s for %s", said, user).isEqualTo(expected);
            different.add(expected);
        }
        assertThat(things).hasSizeGreaterThan(ENTITIES / 2);
        assertThat(different).as("trees that differ").hasSizeGreaterThan(500);
    }

    /// What random entities do not have.
    @Test
    void odd_values_are_the_same_in_memory_and_in_the_index() {
        company.push(ODD);
        List<JsonNode> here = company.stored().stream()
                .map(OddCompany::parsed)
                .filter(entity -> company.isHere(RandomQuestions.ref(entity)))
                .toList();
        Map<String, Thing> things = things(here);
        assertThat(things).hasSize(2);
        int held = 0;
        for (Condition rule : oddRules()) {
            Set<String> found = follower.read(searcher -> inIndex(rule, Reader.anonymous(), searcher));
            assertThat(found).as(rule.words()).isEqualTo(inMemory(rule, Reader.anonymous(), things));
            held += found.size();
        }
        assertThat(held).isGreaterThan(10);
    }

    private static final String ODD = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: Odd
              namespace: SPACE
              labels: {"empty": "", "a.b": "x"}
              annotations: {"example.com/nul": "", "example.com/Case": "Value"}
              tags: [java, "7"]
            spec:
              type: Service
              lifecycle: production
              owner: nobody
              fraction: 12345678.5
              small: 0.0000001
              whole: 1.0
              big: 123456789012345678901
              yes: true
              nothing: null
              words: [one, [two, [3, null, true]], {inner: {deep: four}}]
              "dotted.key": five
              dotted: {key: six}
              "": {"": seven}
              "end.": eight
              objects: [{"": nine}, {name: ten}]
            ---
            apiVersion: backstage.io/v1alpha1
            kind: API
            metadata:
              name: odd-api
              namespace: SPACE
              kind: component
              labels: {"a": "x"}
              "labels.forged": "true"
            spec:
              type: service
              lifecycle: production
              owner: nobody
              definition: none
            """;

    private static List<Condition> oddRules() {
        List<Condition> rules = new ArrayList<>(List.of(
                new Rule.KindIn(Set.of("component")),
                new Rule.KindIn(Set.of("API")),
                new Rule.TypeIn(Set.of("service")),
                new Rule.TypeIn(Set.of("Service")),
                new Rule.TagHas("7"),
                new Rule.TagHas("JAVA"),
                new Rule.LabelHas("empty", Set.of()),
                new Rule.LabelHas("Empty", Set.of()),
                new Rule.LabelHas("empty", Set.of("")),
                new Rule.LabelHas("a", Set.of()),
                new Rule.LabelHas("a", Set.of("x")),
                new Rule.LabelHas("a.b", Set.of("x")),
                new Rule.LabelHas("forged", Set.of("true")),
                new Rule.LabelHas("forged", Set.of()),
                new Rule.AnnotationHas("example.com/nul", Set.of()),
                new Rule.AnnotationHas("example.com/case", Set.of()),
                new Rule.AnnotationHas("example.com/Case", Set.of("Value")),
                new Rule.AnnotationHas("backstage.io/orphan", Set.of())));
        for (String field : List.of(
                "fraction",
                "small",
                "whole",
                "big",
                "yes",
                "nothing",
                "words",
                "words.inner.deep",
                "dotted.key",
                "",
                ".",
                "end.",
                "end",
                "objects",
                "objects.",
                "objects.name",
                "words.inner")) {
            for (String value : List.of(
                    "12345678.5",
                    "1.23456785E7",
                    "1e-7",
                    "1.0E-7",
                    "1",
                    "1.0",
                    "123456789012345678901",
                    "123456789012345680000",
                    "true",
                    "null",
                    "",
                    "one",
                    "two",
                    "3",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten")) {
                rules.add(new Rule.SpecEquals(field, value));
            }
        }
        return rules;
    }

    @Test
    void random_trees_survive_their_json() {
        company.push(SEED, 40);
        RandomRights random = new RandomRights(
                SEED,
                company.stored().stream()
                        .map(OddCompany::parsed)
                        .filter(ConditionAgreementTest::fitsConditions)
                        .toList());
        for (int number = 0; number < 1_000; number++) {
            Condition condition = unbound(Asker.portal(random.condition(4)));
            assertThat(ConditionJson.read(ConditionJson.write(condition), ""))
                    .as(condition.words())
                    .isEqualTo(condition);
        }
    }

    /// Whether conditions may speak of all that the entity has: they take no text that is long or has control
    /// characters.
    private static boolean fitsConditions(JsonNode entity) {
        return entity.isString()
                ? entity.asString().length() <= ConditionJson.LONGEST
                        && entity.asString().chars().noneMatch(Character::isISOControl)
                : entity.valueStream().allMatch(ConditionAgreementTest::fitsConditions);
    }

    private static Condition unbound(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all ->
                new Condition.AllOf(all.parts().stream()
                        .map(ConditionAgreementTest::unbound)
                        .toList());
            case Condition.AnyOf any ->
                new Condition.AnyOf(any.parts().stream()
                        .map(ConditionAgreementTest::unbound)
                        .toList());
            case Condition.Not not -> new Condition.Not(unbound(not.part()));
            case Rule.SpaceIs space -> new Rule.SpaceIs(space.space());
            case Rule rule -> rule;
        };
    }

    private Map<String, Thing> things(List<JsonNode> entities) {
        ThingSource source = thingSources.stream()
                .filter(one -> one.type().equals(CatalogPermissions.ENTITY))
                .findFirst()
                .orElseThrow();
        return entities.stream().map(RandomQuestions::ref).collect(Collectors.toMap(ref -> ref, ref -> source.thing(ref)
                .orElseThrow()));
    }

    private Set<String> ownersOf(Set<String> roots) {
        return spaces.withGroupsBelow(roots.stream().map(EntityRef::parse).collect(Collectors.toSet())).stream()
                .map(EntityRef::toString)
                .collect(Collectors.toSet());
    }

    private static Set<String> inMemory(Condition condition, Reader reader, Map<String, Thing> things) {
        return things.entrySet().stream()
                .filter(thing -> condition.holds(reader, thing.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> inIndex(Condition condition, Reader reader, IndexSearcher searcher) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(Filters.query(company.here(), Set.of(CatalogPermissions.ENTITY)), Occur.FILTER)
                .add(Scopes.query(condition, CatalogPermissions.ENTITY, reader), Occur.FILTER)
                .build();
        Set<String> found = new TreeSet<>();
        for (ScoreDoc hit : searcher.search(query, 10_000).scoreDocs) {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                int doc = hit.doc - leaf.docBase;
                if (doc >= 0 && doc < leaf.reader().maxDoc()) {
                    SortedDocValues ids = leaf.reader().getSortedDocValues(Names.ID);
                    ids.advanceExact(doc);
                    found.add(ids.lookupOrd(ids.ordValue()).utf8ToString());
                }
            }
        }
        return found;
    }
}
