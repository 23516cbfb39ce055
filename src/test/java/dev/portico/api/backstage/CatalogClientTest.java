package dev.portico.api.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Backstage's own `CatalogClient` against the portal: every method that reads, and what it makes of the answers.
@PorticoTest
final class CatalogClientTest {

    private static final String EXISTS = "<exists>";

    private static FaceWorld world;
    private static NodeClient client;

    @BeforeAll
    static void install_the_client(@Autowired ApplicationContext context, @TempDir Path folder) throws Exception {
        Optional<String> missing = NodeClient.missing();
        if (missing.isPresent()) {
            String line = "SKIPPED: Backstage's catalog client was not driven, because " + missing.get();
            LoggerFactory.getLogger(CatalogClientTest.class).warn(line);
            assumeTrue(false, line);
        }
        world = new FaceWorld(context, folder);
        client = new NodeClient(world.address(), TestPortal.ADMIN_TOKEN);
    }

    @Test
    void entities_are_listed_ordered_and_projected() throws Exception {
        Map<String, Object> components = Map.of("kind", "component", "metadata.tags", world.mark);
        List<JsonNode> got = values(
                call("getEntities", Map.of("filter", components)),
                call(
                        "getEntities",
                        Map.of(
                                "filter", List.of(components, Map.of("metadata.name", world.named("team"))),
                                "order", Map.of("field", "metadata.name", "order", "desc"),
                                "fields", List.of("kind", "metadata.name"))),
                call("getEntities", Map.of("filter", components, "limit", 2, "offset", 3)),
                call("getEntities", Map.of("filter", Map.of("metadata.tags", world.mark, "metadata.title", EXISTS))),
                call(
                        "getEntities",
                        Map.of("filter", Map.of("metadata.name", List.of(world.named("c1"), world.named("c2"))))));

        assertThat(items(got.get(0))).containsExactly("c1", "c2", "c3", "c4", "c5", "c6", "c7");
        assertThat(got.get(0)
                        .path("items")
                        .get(0)
                        .path("relations")
                        .get(0)
                        .path("targetRef")
                        .asString())
                .isEqualTo(world.ref("group", "team"));
        assertThat(items(got.get(1))).containsExactly("team", "c7", "c6", "c5", "c4", "c3", "c2", "c1");
        assertThat(got.get(1).path("items").get(0).toString())
                .isEqualTo("{\"kind\":\"Group\",\"metadata\":{\"name\":\"" + world.named("team") + "\"}}");
        assertThat(items(got.get(2))).containsExactly("c4", "c5");
        assertThat(items(got.get(3))).containsExactly("c1", "c2", "c3", "c4", "c5");
        assertThat(items(got.get(4))).containsExactly("c1", "c2");
    }

    @Test
    void entities_are_found_by_refs_and_by_name() throws Exception {
        List<String> refs = List.of(world.ref("component", "c2"), "component:default/none", world.ref("api", "api"));
        List<JsonNode> got = outcomes(
                call("getEntitiesByRefs", Map.of("entityRefs", refs)),
                call(
                        "getEntitiesByRefs",
                        Map.of(
                                "entityRefs", refs,
                                "fields", List.of("metadata.name"),
                                "filter", Map.of("kind", "api"),
                                "query", Map.of("metadata.tags", Map.of("$contains", world.mark)))),
                call("getEntityByRef", "Component:" + world.named("C1")),
                call("getEntityByRef", "component:none"),
                call("getEntityByName", Map.of("kind", "API", "name", world.named("api"))),
                call("getEntityAncestors", Map.of("entityRef", world.ref("component", "filed"))),
                call("getEntityAncestors", Map.of("entityRef", "component:default/none")));

        JsonNode all = got.get(0).path("value").path("items");
        assertThat(world.names(all)).containsExactly("c2", "", "api");
        assertThat(got.get(1).path("value").path("items").toString())
                .isEqualTo("[null,null,{\"metadata\":{\"name\":\"" + world.named("api") + "\"}}]");
        assertThat(got.get(2).path("value").path("metadata").path("title").asString())
                .isEqualTo("Title 8 " + world.mark);
        assertThat(got.get(3).path("missing").asBoolean()).isTrue();
        assertThat(got.get(4).path("value").path("spec").path("definition").asString())
                .endsWith("end-" + world.mark);
        assertThat(got.get(5)
                        .path("value")
                        .path("items")
                        .get(0)
                        .path("parentEntityRefs")
                        .get(0)
                        .asString())
                .isEqualTo(world.ref("location", "all"));
        assertThat(got.get(6).path("error").path("status").asInt()).isEqualTo(404);
        assertThat(got.get(6).path("error").path("cause").asString()).isEqualTo("NotFoundError");
    }

    @Test
    void queries_are_paged_by_filter_and_by_predicate() throws Exception {
        for (Map<String, Object> narrowed : List.of(
                Map.<String, Object>of("filter", Map.of("kind", "component", "metadata.tags", world.mark)),
                Map.<String, Object>of("query", Map.of("kind", "component", "metadata.tags", world.mark)))) {
            Map<String, Object> first = new LinkedHashMap<>(narrowed);
            first.put("limit", 3);
            first.put("orderFields", Map.of("field", "metadata.title", "order", "asc"));
            JsonNode one = values(call("queryEntities", first)).getFirst();
            JsonNode two =
                    values(call("queryEntities", cursor(one, "nextCursor"))).getFirst();
            JsonNode back =
                    values(call("queryEntities", cursor(two, "prevCursor"))).getFirst();

            assertThat(items(one)).containsExactly("c5", "c4", "c3");
            assertThat(one.path("totalItems").asInt()).isEqualTo(5);
            assertThat(items(two)).containsExactly("c2", "c1");
            assertThat(two.path("pageInfo").has("nextCursor")).isFalse();
            assertThat(items(back)).containsExactly("c5", "c4", "c3");
            assertThat(back.path("pageInfo").has("prevCursor")).isFalse();
        }
    }

    @Test
    void text_counts_and_streams_are_understood() throws Exception {
        Map<String, Object> components = Map.of("kind", "component", "metadata.tags", world.mark);
        List<JsonNode> got = values(
                call(
                        "queryEntities",
                        Map.of(
                                "filter",
                                components,
                                "fullTextFilter",
                                Map.of("term", "title 8", "fields", List.of("metadata.title")))),
                call(
                        "queryEntities",
                        Map.of(
                                "query", Map.of("metadata.tags", world.mark),
                                "fullTextFilter", Map.of("term", "title 8", "fields", List.of("metadata.title")))),
                call("queryEntities", Map.of("filter", components, "limit", 0)),
                call("queryEntities", Map.of("filter", components, "totalItems", "exclude", "fields", List.of("kind"))),
                call("streamEntities", Map.of("filter", components, "pageSize", 3)),
                call("streamEntities", Map.of("query", components, "pageSize", 7)));

        assertThat(items(got.get(0))).containsExactly("c1");
        assertThat(items(got.get(1))).containsExactly("c1");
        assertThat(got.get(2).path("items")).isEmpty();
        assertThat(got.get(2).path("totalItems").asInt()).isEqualTo(7);
        assertThat(got.get(3).path("totalItems").asInt()).isZero();
        assertThat(got.get(3).path("items").get(6).toString()).isEqualTo("{\"kind\":\"Component\"}");
        List<String> streamed = new ArrayList<>();
        got.get(4).forEach(page -> streamed.addAll(world.names(page)));
        assertThat(got.get(4)).hasSize(3);
        assertThat(streamed).containsExactlyInAnyOrder("c1", "c2", "c3", "c4", "c5", "c6", "c7");
        assertThat(got.get(5)).hasSize(1);
        assertThat(world.names(got.get(5).get(0))).hasSize(7);
    }

    @Test
    void facets_are_counted_by_filter_and_by_predicate() throws Exception {
        Map<String, Object> components = Map.of("kind", "component", "metadata.tags", world.mark);
        List<JsonNode> got = values(
                call("getEntityFacets", Map.of("filter", components, "facets", List.of("spec.type", "nothing"))),
                call("getEntityFacets", Map.of("query", components, "facets", List.of("spec.type", "nothing"))));

        assertThat(got.get(0).path("facets").toString())
                .isEqualTo("{\"spec.type\":[{\"value\":\"Service\",\"count\":3},{\"value\":\"library\",\"count\":4}],"
                        + "\"nothing\":[]}");
        assertThat(got.get(1)).isEqualTo(got.get(0));
    }

    @Test
    void locations_are_read_in_every_way() throws Exception {
        String id = world.source("file");
        JsonNode one = values(call("getLocationById", id)).getFirst();
        String target = one.path("target").asString();
        List<JsonNode> got = outcomes(
                call("getLocations", Map.of()),
                call("getLocationByRef", "file:" + target),
                call("getLocationByEntity", world.ref("component", "filed")),
                call("queryLocations", Map.of("query", Map.of("target", target))),
                call("streamLocations", Map.of("query", Map.of("type", "FILE"), "limit", 1)),
                call("getLocationById", "none"),
                call("getLocationByEntity", world.ref("component", "c1")));

        assertThat(got.get(0).path("value").path("items")).contains(one);
        assertThat(got.get(1).path("value")).isEqualTo(one);
        assertThat(got.get(2).path("value")).isEqualTo(one);
        assertThat(got.get(3).path("value").path("items").toString()).isEqualTo("[" + one + "]");
        assertThat(got.get(3).path("value").path("totalItems").asInt()).isEqualTo(1);
        List<JsonNode> streamed = new ArrayList<>();
        got.get(4).path("value").forEach(page -> page.forEach(streamed::add));
        assertThat(streamed).contains(one).doesNotHaveDuplicates();
        assertThat(got.get(5).path("missing").asBoolean()).isTrue();
        assertThat(got.get(6).path("missing").asBoolean()).isTrue();
    }

    @Test
    void entities_are_judged_and_refreshed() throws Exception {
        Map<String, Object> spec = Map.of("type", "service", "lifecycle", "production", "owner", "team");
        Map<String, Object> good = Map.of(
                "apiVersion",
                "backstage.io/v1alpha1",
                "kind",
                "Component",
                "metadata",
                Map.of("name", "good"),
                "spec",
                spec);
        Map<String, Object> bad = Map.of(
                "apiVersion",
                "backstage.io/v1alpha1",
                "kind",
                "Component",
                "metadata",
                Map.of("name", "not good"),
                "spec",
                spec);
        String location = "url:https://example.com/catalog-info.yaml";
        List<JsonNode> got = outcomes(
                call("validateEntity", good, location),
                call("validateEntity", bad, location),
                call("refreshEntity", world.ref("component", "c1")),
                call("refreshEntity", "component:default/none"));

        assertThat(got.get(0).path("value").toString()).isEqualTo("{\"valid\":true}");
        assertThat(got.get(1).path("value").path("valid").asBoolean()).isFalse();
        assertThat(got.get(1).path("value").path("errors").get(0).path("name").asString())
                .isEqualTo("InputError");
        assertThat(got.get(2).path("missing").asBoolean()).isTrue();
        assertThat(got.get(3).path("error").path("cause").asString()).isEqualTo("NotFoundError");
    }

    @Test
    void errors_are_understood() throws Exception {
        List<JsonNode> refused = outcomes(call("getEntities", Map.of("limit", 0)));
        JsonNode illegal = new NodeClient(world.address(), "nonsense")
                .outcomes(List.of(call("getEntities", Map.of())))
                .getFirst();

        assertThat(refused.getFirst().path("error").toString())
                .isEqualTo("{\"name\":\"ResponseError\",\"message\":\"Request failed with 400 Bad Request\","
                        + "\"status\":400,\"cause\":\"InputError\"}");
        assertThat(illegal.path("error").path("status").asInt()).isEqualTo(401);
        assertThat(illegal.path("error").path("cause").asString()).isEqualTo("AuthenticationError");
    }

    private static Map<String, Object> call(String method, Object... args) {
        return Map.of("method", method, "args", List.of(args));
    }

    private static Map<String, Object> cursor(JsonNode page, String name) {
        return Map.of("limit", 3, "cursor", page.path("pageInfo").path(name).asString());
    }

    private static List<String> items(JsonNode page) {
        return world.names(page.path("items"));
    }

    @SafeVarargs
    private static List<JsonNode> outcomes(Map<String, Object>... calls) throws Exception {
        return client.outcomes(List.of(calls));
    }

    /// The values that calls gave, of which none failed.
    @SafeVarargs
    private static List<JsonNode> values(Map<String, Object>... calls) throws Exception {
        List<JsonNode> outcomes = outcomes(calls);
        AtomicInteger number = new AtomicInteger();
        return outcomes.stream()
                .peek(outcome -> assertThat(outcome.has("value"))
                        .as(number.getAndIncrement() + ": " + outcome)
                        .isTrue())
                .map(outcome -> outcome.path("value"))
                .toList();
    }
}
