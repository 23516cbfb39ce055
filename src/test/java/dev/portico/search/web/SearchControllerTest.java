package dev.portico.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PorticoTest
final class SearchControllerTest {

    private static final String WORD = "zq" + UUID.randomUUID().toString().substring(0, 8);
    private static TestPortal portal;

    @BeforeAll
    static void write_two_entities(@Autowired ApplicationContext context) throws Exception {
        portal = TestPortal.of(context);
        String descriptors = """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %1$s-fares, description: Sells the %1$s of today}
                spec: {type: service, lifecycle: production, owner: guests}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: System
                metadata: {name: %1$s-shop, labels: {portico.dev/visibility: public}}
                spec: {owner: guests}
                """.formatted(WORD);
        HttpResponse<String> pushed = portal.call(
                TestPortal.ADMIN_TOKEN, "PUT", "/api/portico/sources/" + WORD + "/descriptors", descriptors);
        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(200);
    }

    @Test
    void words_find_documents_with_totals_facets_and_the_passages_they_were_found_in() throws Exception {
        JsonNode found = get("/api/portico/search?facet=kind&facet=spec.type&text=" + WORD);

        assertThat(found.path("total").asInt()).isEqualTo(2);
        assertThat(found.path("loose").asBoolean()).isFalse();
        assertThat(found.path("more").asBoolean()).isFalse();
        assertThat(found.path("facets").path("kind").toString())
                .isEqualTo("[{\"value\":\"Component\",\"count\":1},{\"value\":\"System\",\"count\":1}]");
        JsonNode hit = hit(found, "component:default/" + WORD + "-fares");
        assertThat(hit.path("type").asString()).isEqualTo("catalog-entity");
        assertThat(hit.path("summary").path("ref").asString()).isEqualTo("component:default/" + WORD + "-fares");
        assertThat(hit.path("snippets").toString()).contains("{\"text\":\"" + WORD + "\",\"found\":true}");
    }

    @Test
    void conditions_narrow_and_pages_go_on() throws Exception {
        assertThat(get("/api/portico/search?where=kind%3DSystem&text=" + WORD)
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        JsonNode first = get("/api/portico/search?limit=1&text=" + WORD);
        assertThat(first.path("hits")).hasSize(1);
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(get("/api/portico/search?limit=1&offset=1&text=" + WORD)
                        .path("more")
                        .asBoolean())
                .isFalse();
        assertThat(portal.call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/search?where=%3Dx", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(portal.call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/search?limit=101", "")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_is_typed_is_suggested_and_a_hit_is_explained() throws Exception {
        JsonNode suggested = get("/api/portico/suggestions?typed=" + WORD.substring(0, 8));
        JsonNode reasons =
                get("/api/portico/search/reasons?type=catalog-entity&id=system:default/" + WORD + "-shop&text=" + WORD);

        assertThat(suggested.toString()).contains("system:default/" + WORD + "-shop");
        assertThat(reasons.get(0).path("word").asString()).isEqualTo(WORD);
        assertThat(reasons.get(0).path("sentence").asString()).isNotEmpty();
    }

    @Test
    void a_guest_finds_what_is_public() throws Exception {
        String guest = JsonMapper.shared()
                .readTree(portal.send("POST", "/api/auth/guest/refresh", "{}", Map.of())
                        .body())
                .path("backstageIdentity")
                .path("token")
                .asString();
        HttpResponse<String> found = portal.call(guest, "GET", "/api/portico/search?facet=kind&text=" + WORD, "");

        assertThat(JsonMapper.shared().readTree(found.body()).path("total").asInt())
                .isEqualTo(1);
        assertThat(found.body()).doesNotContain(WORD + "-fares", "Component");
    }

    @Test
    void the_description_has_these_calls_and_none_of_backstage() throws Exception {
        JsonNode description = get("/api/portico/openapi");

        assertThat(description.path("paths").has("/api/portico/search")).isTrue();
        assertThat(description.path("paths").has("/api/portico/suggestions")).isTrue();
        assertThat(description.path("paths").propertyNames()).allMatch(path -> path.startsWith("/api/portico/"));
        assertThat(description.path("components").path("schemas").has("Json")).isFalse();
        assertThat(description
                        .path("components")
                        .path("schemas")
                        .path("SuggestionJson")
                        .path("properties")
                        .path("summary")
                        .path("type")
                        .asString())
                .isEqualTo("object");
    }

    private static JsonNode hit(JsonNode found, String id) {
        for (JsonNode hit : found.path("hits")) {
            if (hit.path("id").asString().equals(id)) {
                return hit;
            }
        }
        throw new AssertionError("no " + id + " in " + found);
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = portal.call(TestPortal.ADMIN_TOKEN, "GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
