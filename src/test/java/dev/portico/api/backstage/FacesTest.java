package dev.portico.api.backstage;

import static dev.portico.api.backstage.FaceWorld.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@PorticoTest
final class FacesTest {

    @TempDir
    private static Path folder;

    private static FaceWorld world;

    @BeforeAll
    static void write_the_entities(@Autowired ApplicationContext context) throws Exception {
        world = new FaceWorld(context, folder);
    }

    @Test
    void an_entity_is_read_by_name_in_any_case_and_by_uid() throws Exception {
        JsonNode named = world.get(world.byName("COMPONENT", "C1").replace("default", "Default"));
        String uid = named.path("metadata").path("uid").asString();

        assertThat(world.names(FaceWorld.JSON.createArrayNode().add(named))).containsExactly("c1");
        assertThat(world.get("/api/catalog/entities/by-uid/" + uid)).isEqualTo(named);
    }

    @Test
    void what_is_not_there_and_what_may_not_be_read_are_the_same() throws Exception {
        String guest = world.guest();
        HttpResponse<String> absent = world.call("GET", world.byName("component", "none"), "");
        HttpResponse<String> hidden = world.call(guest, "GET", world.byName("component", "c2"), "");

        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.body()).contains("\"name\":\"NotFoundError\"", "No entity named '" + world.named("none"));
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body().replace(world.named("c2"), world.named("none")))
                .isEqualTo(absent.body());
        assertThat(world.call(guest, "GET", world.byName("component", "c1"), "").statusCode())
                .isEqualTo(200);
        assertThat(world.call("GET", "/api/catalog/entities/by-uid/none", "").statusCode())
                .isEqualTo(404);
        assertThat(world.call(guest, "GET", world.byName("component", "c2") + "/ancestry", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refs_are_answered_in_their_order_with_null_for_what_is_missing() throws Exception {
        String refs = "[\"" + world.ref("component", "c2") + "\",\"component:default/none\",\"Component:"
                + world.named("C1") + "\",\"nonsense\",\"" + world.ref("component", "c2") + "\"]";
        JsonNode all = world.post("/api/catalog/entities/by-refs", "{\"entityRefs\":" + refs + "}");
        JsonNode filtered = world.post(
                "/api/catalog/entities/by-refs?filter=spec.type%3Dlibrary",
                "{\"entityRefs\":" + refs + ",\"fields\":[\"kind\"],\"query\":{\"kind\":\"component\"}}");

        assertThat(all.path("items")).hasSize(5);
        assertThat(world.names(all.path("items"))).containsExactly("c2", "", "c1", "", "c2");
        assertThat(all.path("items").get(1).isNull()).isTrue();
        assertThat(filtered.toString()).isEqualTo("{\"items\":[null,null,{\"kind\":\"Component\"},null,null]}");
        assertThat(world.call("POST", "/api/catalog/entities/by-refs", "{}").statusCode())
                .isEqualTo(400);
        assertThat(world.post("/api/catalog/entities/by-refs", "{\"entityRefs\":[]}")
                        .toString())
                .isEqualTo("{\"items\":[]}");
    }

    @Test
    void facets_count_values_as_they_are_written() throws Exception {
        String expected = "{\"facets\":{\"Spec.Type\":[{\"value\":\"Service\",\"count\":3},"
                + "{\"value\":\"library\",\"count\":4}],\"nothing\":[]}}";
        JsonNode got =
                world.get("/api/catalog/entity-facets?facet=Spec.Type&facet=nothing&filter=" + world.components());
        JsonNode posted = world.post(
                "/api/catalog/entity-facets",
                "{\"facets\":[\"Spec.Type\",\"nothing\"],\"query\":{\"kind\":\"component\",\"metadata.tags\":\""
                        + world.mark + "\"}}");
        JsonNode guest = FaceWorld.json(world.call(
                world.guest(), "GET", "/api/catalog/entity-facets?facet=spec.type&filter=" + world.components(), ""));

        assertThat(got.toString()).isEqualTo(expected);
        assertThat(posted).isEqualTo(got);
        assertThat(guest.toString()).isEqualTo("{\"facets\":{\"spec.type\":[{\"value\":\"library\",\"count\":1}]}}");
    }

    @Test
    void ancestry_leads_from_an_entity_to_the_locations_that_led_to_it() throws Exception {
        JsonNode filed = world.get(world.byName("component", "filed") + "/ancestry");
        JsonNode pushed = world.get(world.byName("component", "c1") + "/ancestry");

        assertThat(filed.path("rootEntityRef").asString()).isEqualTo(world.ref("component", "filed"));
        assertThat(filed.path("items")).hasSize(2);
        assertThat(filed.path("items").get(0).path("parentEntityRefs").toString())
                .isEqualTo("[\"" + world.ref("location", "all") + "\"]");
        assertThat(filed.path("items").get(1).path("entity").path("kind").asString())
                .isEqualTo("Location");
        assertThat(filed.path("items").get(1).path("parentEntityRefs").toString())
                .isEqualTo("[]");
        assertThat(pushed.path("items")).hasSize(1);
    }

    @Test
    void sources_are_locations() throws Exception {
        String id = world.source("file");
        JsonNode one = world.get("/api/catalog/locations/" + id);
        JsonNode all = world.get("/api/catalog/locations");
        JsonNode queried =
                world.post("/api/catalog/locations/by-query", "{\"query\":{\"id\":{\"$in\":[\"" + id + "\"]}}}");

        assertThat(one.path("id").asString()).isEqualTo(id);
        assertThat(one.path("type").asString()).isEqualTo("file");
        assertThat(one.path("target").asString()).endsWith("all.yaml");
        assertThat(one.path("entityRef").asString()).matches("location:default/generated-[0-9a-f]{40}");
        assertThat(all).contains(FaceWorld.JSON.createObjectNode().set("data", one));
        assertThat(all.toString()).doesNotContain(world.source("push"));
        assertThat(world.get("/api/catalog/locations/by-entity/component/default/" + world.named("filed")))
                .isEqualTo(one);
        assertThat(queried.toString()).isEqualTo("{\"items\":[" + one + "],\"totalItems\":1,\"pageInfo\":{}}");
        assertThat(world.call("GET", "/api/catalog/locations/none", "").statusCode())
                .isEqualTo(404);
        assertThat(world.call("GET", "/api/catalog/locations/by-entity/component/default/" + world.named("c1"), "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_reader_of_no_sources_sees_no_locations() throws Exception {
        String guest = world.guest();

        assertThat(world.call(guest, "GET", "/api/catalog/locations", "").body())
                .isEqualTo("[]");
        assertThat(world.call(guest, "GET", "/api/catalog/locations/" + world.source("file"), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.call(guest, "POST", "/api/catalog/locations/by-query", "{}")
                        .body())
                .isEqualTo("{\"items\":[],\"totalItems\":0,\"pageInfo\":{}}");
    }

    @Test
    void an_entity_is_judged_without_being_taken_in() throws Exception {
        String entity =
                "{\"apiVersion\":\"backstage.io/v1alpha1\",\"kind\":\"Component\",\"metadata\":{\"name\":\"%s\"},"
                        + "\"spec\":{\"type\":\"service\",\"lifecycle\":\"production\",\"owner\":\"team\"}}";
        String body = "{\"entity\":" + entity + ",\"location\":\"%s\"}";
        String good = body.formatted(world.named("judged"), "url:https://example.com/catalog-info.yaml");
        HttpResponse<String> valid = world.call("POST", "/api/catalog/validate-entity", good);
        HttpResponse<String> invalid = world.call(
                "POST",
                "/api/catalog/validate-entity",
                body.formatted("-bad-", "url:https://example.com/catalog-info.yaml"));
        HttpResponse<String> elsewhere =
                world.call("POST", "/api/catalog/validate-entity", body.formatted("good", "file:/srv/x"));

        assertThat(valid.statusCode()).as(valid.body()).isEqualTo(200);
        assertThat(valid.body()).isEmpty();
        assertThat(world.call("GET", world.byName("component", "judged"), "").statusCode())
                .isEqualTo(404);
        assertThat(invalid.statusCode()).isEqualTo(400);
        assertThat(invalid.body()).startsWith("{\"errors\":[{\"name\":\"InputError\",\"message\":\"metadata.name");
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("\"errors\"", "file:/srv/x");
        assertThat(world.call(world.guest(), "POST", "/api/catalog/validate-entity", good)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refreshing_an_entity_has_its_source_read_again() throws Exception {
        String body = "{\"entityRef\":\"" + world.ref("component", "filed") + "\"}";
        Path file = folder.resolve("filed.yaml");
        Files.writeString(file, Files.readString(file).replace("About filed", "News of filed"));

        HttpResponse<String> answer = world.call("POST", "/api/catalog/refresh", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        Eventually.holds(Duration.ofSeconds(30), "the file is read again", () -> world.call(
                        "GET", world.byName("component", "filed"), "")
                .body()
                .contains("News of filed"));
        assertThat(world.call(
                                "POST",
                                "/api/catalog/refresh",
                                "{\"entityRef\":\"" + world.ref("component", "c1") + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(world.call("POST", "/api/catalog/refresh", "{\"entityRef\":\"component:default/none\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.call(world.guest(), "POST", "/api/catalog/refresh", body)
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.call(
                                world.guest(),
                                "POST",
                                "/api/catalog/refresh",
                                "{\"entityRef\":\"" + world.ref("component", "c1") + "\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void documents_are_searched_as_backstage_shows_them() throws Exception {
        JsonNode found = world.get("/api/search/query?types%5B0%5D=software-catalog&term=" + world.named("c1")
                + "&filters%5Bkind%5D=Component&filters%5Blifecycle%5D%5B0%5D=production");
        JsonNode first = found.path("results").get(0);

        assertThat(first.path("type").asString()).isEqualTo("software-catalog");
        assertThat(first.path("rank").asInt()).isEqualTo(1);
        assertThat(first.path("document").toString())
                .isEqualTo("{\"title\":\"Title 8 " + world.mark + "\",\"text\":\"About " + world.named("c1")
                        + "\",\"location\":\"/catalog/default/component/" + world.named("c1")
                        + "\",\"componentType\":\"library\",\"type\":\"library\",\"namespace\":\"default\","
                        + "\"kind\":\"Component\",\"lifecycle\":\"production\",\"owner\":\"" + world.named("team")
                        + "\"}");
        assertThat(found.path("numberOfResults").asInt()).isPositive();
    }

    @Test
    void search_is_paged_and_refuses_what_does_not_fit() throws Exception {
        String filters = "filters%5Bowner%5D=" + world.named("team") + "&filters%5Bkind%5D=Component";
        JsonNode first = world.get("/api/search/query?pageLimit=3&" + filters);
        String next = first.path("nextPageCursor").asString();
        JsonNode second = world.get("/api/search/query?pageLimit=3&pageCursor=" + encoded(next) + "&" + filters);

        assertThat(first.path("numberOfResults").asInt()).isEqualTo(10);
        assertThat(first.has("previousPageCursor")).isFalse();
        assertThat(second.path("results").get(0).path("rank").asInt()).isEqualTo(4);
        assertThat(second.path("previousPageCursor").asString()).isEqualTo("MA==");
        assertThat(world.get("/api/search/query?filters%5Bunknown%5D=x")
                        .path("numberOfResults")
                        .asInt())
                .isZero();
        for (String path : new String[] {
            "types=techdocs", "term=" + "x".repeat(101), "pageLimit=0", "pageLimit=101", "pageCursor=x", "more=1"
        }) {
            assertThat(world.call("GET", "/api/search/query?" + path, "").statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
    }

    @Test
    void whoever_is_not_signed_in_is_told_in_the_shape_that_clients_know() throws Exception {
        HttpResponse<String> nobody = world.anonymously("GET", "/api/catalog/entities?limit=1");
        HttpResponse<String> wrong = world.call("nonsense", "GET", "/api/catalog/entities", "");

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.body())
                .isEqualTo("{\"error\":{\"name\":\"AuthenticationError\",\"message\":\"Missing credentials\"},"
                        + "\"request\":{\"method\":\"GET\",\"url\":\"/entities?limit=1\"},"
                        + "\"response\":{\"statusCode\":401}}");
        assertThat(world.anonymously("POST", "/api/catalog/entity-facets").statusCode())
                .isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("\"message\":\"Illegal token\"");
    }

    @Test
    void what_nobody_serves_is_not_found_without_a_body() throws Exception {
        for (String[] call : new String[][] {
            {"GET", "/api/catalog/nonsense"},
            {"DELETE", "/api/catalog/entities/by-uid/x"},
            {"POST", "/api/catalog/locations"},
            {"POST", "/api/permission/authorize"}
        }) {
            HttpResponse<String> answer = world.call(call[0], call[1], "{}");
            assertThat(answer.statusCode()).as(call[1]).isEqualTo(404);
            assertThat(answer.body()).as(call[1]).isEmpty();
        }
    }

    @Test
    void a_body_that_does_not_fit_is_an_input_error() throws Exception {
        for (String body : new String[] {
            "{",
            "[]",
            "{\"limit\":\"x\"}",
            "{\"limit\":-1}",
            "{\"more\":1}",
            "{\"query\":\"x\"}",
            "{\"cursor\":\"\"}",
            "{\"orderBy\":[{\"field\":\"a\",\"order\":\"up\"}]}",
            "{\"fields\":[1]}",
            "{\"fullTextFilter\":{\"term\":1}}"
        }) {
            HttpResponse<String> answer = world.call("POST", "/api/catalog/entities/by-query", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).as(body).contains("\"name\":\"InputError\"");
        }
    }

    @Test
    void an_answer_outside_of_any_controller_has_that_shape_too() throws Exception {
        HttpResponse<String> answer = world.call("GET", "/api/catalog/entities/by-name/a/b/c;d=e", "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":{\"name\":\"InputError\"", "\"statusCode\":400");
    }
}
