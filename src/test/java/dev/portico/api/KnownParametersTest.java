package dev.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a call does not know, or cannot do as often as asked, is said and not left out.
@PorticoTest
final class KnownParametersTest {

    private final TestPortal portal;

    @Autowired
    KnownParametersTest(ApplicationContext context) {
        this.portal = TestPortal.of(context);
    }

    @Test
    void a_parameter_that_a_call_does_not_know_is_refused_by_name_with_those_it_knows() throws Exception {
        refused("/api/portico/entities?kindd=api", "\"field\":\"kindd\"", "\"place\":\"query\"", "descending, kind,");
        refused("/api/portico/search?text=fare&wher=x", "\"field\":\"wher\"", "where");
        refused("/api/portico/audit/export?format=csv&foo=1", "\"field\":\"foo\"", "actor", "format");
        refused("/api/portico/me?x=1", "this call takes no parameters");
        refused("/api/portico/audit?%66oo=1", "\"field\":\"foo\"");
    }

    @Test
    void those_that_it_knows_pass() throws Exception {
        for (String path : List.of(
                "/api/portico/entities?kind=api&kind=group&limit=1&",
                "/api/portico/search?text=fare&where=kind=component&type=",
                "/api/portico/audit?limit=1&action=access.*&refused=false",
                "/api/portico/audit/export?format=jsonl&actor=nobody-of-this-name",
                "/api/portico/suggestions?typed=f&limit=1",
                "/api/portico/access/spaces?own=true",
                "/api/portico/openapi")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void what_is_more_than_a_call_gives_is_refused_with_the_limit() throws Exception {
        String facets = IntStream.range(0, 30).mapToObj(i -> "facet=f" + i).collect(Collectors.joining("&"));
        refused("/api/portico/search?text=fare&" + facets, "20 paths at most");
        refused("/api/portico/audit?limit=501", "\"field\":\"limit\"", "500");
        refused("/api/portico/accounts?limit=501", "\"field\":\"limit\"", "500");
        refused("/api/portico/tokens?limit=501", "\"field\":\"limit\"", "500");
        refused("/api/portico/access/policies?limit=0", "\"field\":\"limit\"", "1");
    }

    @Test
    void a_value_that_does_not_fit_is_said_with_its_place_and_what_would() throws Exception {
        HttpResponse<String> time = refused(
                "/api/portico/audit/export?format=csv&from=yesterday",
                "\"field\":\"from\"",
                "\"place\":\"query\"",
                "2026-11-21T12:00:00Z");
        assertThat(time.body()).doesNotContain("java.", "Instant");
        refused("/api/portico/audit/export?format=xml", "\"field\":\"format\"", "csv, jsonl");
        refused("/api/portico/audit/export", "\"field\":\"format\"", "csv, jsonl");
        refused("/api/portico/entities?order=title", "\"field\":\"order\"", "NAME, KIND");
        String deep = "{\"$not\":".repeat(3000) + "{}" + "}".repeat(3000);
        for (String call : List.of("/api/catalog/entities/by-query")) {
            HttpResponse<String> answer = portal.call(TestPortal.ADMIN_TOKEN, "POST", call, "{\"query\":" + deep + "}");
            assertThat(answer.statusCode()).as(call).isEqualTo(400);
            assertThat(answer.body()).as(call).contains("deeper than 500 levels");
        }
        // {"a":1}
        HttpResponse<String> cursor = get("/api/catalog/entities/by-query?cursor=eyJhIjoxfQ%3D%3D");
        assertThat(cursor.statusCode()).isEqualTo(400);
        assertThat(cursor.body()).contains("Malformed cursor").doesNotContain("in the body");
        assertThat(portal.call(
                                TestPortal.ADMIN_TOKEN,
                                "POST",
                                "/api/portico/access/decisions",
                                "{\"permission\":\"catalog.nonsense\"}")
                        .body())
                .contains("permission-unknown", "GET /api/portico/me");
    }

    @Test
    void every_operation_says_what_it_is_for_and_how_it_refuses() throws Exception {
        JsonNode description =
                JsonMapper.shared().readTree(get("/api/portico/openapi").body());
        List<String> wrong = new ArrayList<>();
        int operations = 0;
        for (String path : description.path("paths").propertyNames()) {
            for (var call : description.path("paths").path(path).properties()) {
                operations++;
                JsonNode operation = call.getValue();
                boolean refuses = List.of("400", "401", "403", "429", "503").stream()
                        .allMatch(status -> operation
                                .path("responses")
                                .path(status)
                                .path("content")
                                .has("application/problem+json"));
                if (operation.path("summary").asString("").isBlank()
                        || operation.path("description").asString("").isBlank()
                        || operation.path("tags").isEmpty()
                        || !refuses
                        || (path.contains("{") && !operation.path("responses").has("404"))) {
                    wrong.add(call.getKey() + " " + path);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(operations).isGreaterThan(50);
        assertThat(description.at("/components/schemas/Problem/properties").has("detail"))
                .isTrue();
        assertThat(description
                        .path("paths")
                        .path("/api/portico/me")
                        .path("get")
                        .path("summary")
                        .asString(""))
                .isEqualTo("Who one is");
    }

    private HttpResponse<String> refused(String path, String... words) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(answer.body()).as(path).contains(words);
        return answer;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return portal.call(TestPortal.ADMIN_TOKEN, "GET", path, "");
    }
}
