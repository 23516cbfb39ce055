package dev.portico.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.specification.Request.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The run finds nothing where there is nothing, and finds a small bug where one was put.
final class ModelRunTest {

    private static final long SEED = 20261122;
    private static final List<JsonNode> ENTITIES = Stitched.entities(SEED, RandomEntities.descriptors(SEED, 150));

    private final CatalogModel model = new CatalogModel(ENTITIES, LongValues.UNSEEN);
    private final ModelRun run = new ModelRun(model, SEED);

    @Test
    void an_api_that_behaves_has_no_difference_and_is_asked_everything() {
        ModelRun.Outcome outcome = run.ask(new CatalogModel(ENTITIES, LongValues.UNSEEN), 600);

        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.asked()).containsOnlyKeys(Kind.values());
        assertThat(outcome.asked()).allSatisfy((kind, statuses) -> {
            if (kind != Kind.REFUSED) {
                assertThat(statuses).as(kind + "").containsKey(200).doesNotContainKey(400);
            }
        });
        assertThat(run.refusals(model)).isEmpty();
    }

    @Test
    void most_random_requests_find_something() {
        int found = 0;
        for (int number = 0; number < 500; number++) {
            Walk walk = Walk.of(run.request(number), model);
            String body = walk.steps().getFirst().answer().body();
            found += body.contains("\"metadata\"") || body.contains("[{") ? 1 : 0;
        }
        assertThat(found).isGreaterThan(290);
    }

    @Test
    void the_same_seed_asks_the_same() {
        assertThat(run.request(17).toString())
                .isEqualTo(new ModelRun(model, SEED).request(17).toString());
        assertThat(Stitched.entities(SEED, RandomEntities.descriptors(SEED, 150)))
                .isEqualTo(ENTITIES);
    }

    @Test
    void a_catalog_that_sees_long_values_differs_from_one_that_does_not() {
        assertThat(run.ask(new CatalogModel(ENTITIES, LongValues.SEEN), 600).differences())
                .isNotEmpty();
        assertThat(new ModelRun(new CatalogModel(ENTITIES, LongValues.SEEN), SEED)
                        .ask(new CatalogModel(ENTITIES, LongValues.SEEN), 300)
                        .differences())
                .isEmpty();
    }

    @Test
    void an_entity_that_is_missing_is_noticed() {
        CatalogModel poorer = new CatalogModel(ENTITIES.subList(1, ENTITIES.size()), LongValues.UNSEEN);
        assertThat(run.ask(poorer, 50).differences()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"totalItems\":(\\d+)                 | \"totalItems\":1$1",
                "\"prevCursor\":\"[^\"]*\"             | \"previous\":\"\"",
                "\"nextCursor\":\"[^\"]*\",?           | ",
                "\"count\":(\\d+)                      | \"count\":1$1",
                "\"Gold\"                              | \"gold\"",
                "\"parentEntityRefs\":\\[\\]           | \"parentEntityRefs\":[\"location:default/one\"]",
                "NotFoundError                         | Error",
                "null,?                                | ",
                "\"etag\":\"[0-9]                      | \"etag\":\"x",
                "\\[(\\{.*\\}),(\\{.*\\})\\]           | [$2,$1]",
            })
    void a_planted_bug_is_noticed(String correct, @Nullable String wrong) {
        ReadApi buggy = new Bent(model, body -> body.replaceAll(correct, wrong == null ? "" : wrong));
        List<Difference> differences = run.ask(buggy, 120).differences();

        assertThat(differences).isNotEmpty();
        assertThat(differences.getFirst().toString()).hasSizeLessThan(3000);
    }

    /// An API that answers like another one, but for what it does to the bodies.
    private record Bent(ReadApi straight, UnaryOperator<String> bend) implements ReadApi {

        @Override
        public Answer get(String pathAndQuery) {
            return bent(straight.get(pathAndQuery));
        }

        @Override
        public Answer post(String pathAndQuery, String json) {
            return bent(straight.post(pathAndQuery, json));
        }

        private Answer bent(Answer answer) {
            return new Answer(answer.status(), bend.apply(answer.body()), answer.link());
        }
    }
}
