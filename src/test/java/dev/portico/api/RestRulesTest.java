package dev.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PorticoTest
final class RestRulesTest {

    @Autowired
    private ApplicationContext context;

    private TestPortal portal;

    @BeforeEach
    void open_a_browser() {
        portal = TestPortal.of(context);
    }

    @Test
    void an_unknown_field_is_refused_with_its_place() throws Exception {
        HttpResponse<String> answer = post("/api/portico/tokens", """
                {"name": "x",
                 "admin": true}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"field\":\"admin\"", "body, line 2", "is not a field that is known here")
                .doesNotContain("TokenRequestJson");
    }

    @Test
    void a_field_of_the_wrong_type_is_refused_with_its_path_and_without_its_value() throws Exception {
        HttpResponse<String> answer = post("/api/portico/tokens", "{\"name\":\"x\",\"roles\":\"canary\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"roles\"", "a list").doesNotContain("canary");
    }

    @Test
    void what_is_no_json_is_refused_with_its_place() throws Exception {
        for (String json :
                new String[] {"{\"name\":", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\"} x", "nonsense"}) {
            HttpResponse<String> answer = post("/api/portico/tokens", json);

            assertThat(answer.statusCode()).as(json).isEqualTo(400);
            assertThat(answer.body()).as(json).contains("body, line 1, column");
        }
    }

    @Test
    void a_missing_field_is_named() throws Exception {
        HttpResponse<String> answer = post("/api/portico/accounts", "{\"roles\":[]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"name\"", "\"field\":\"password\"");
    }

    @Test
    void a_parameter_that_does_not_fit_is_named() throws Exception {
        HttpResponse<String> id = portal.call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/accounts/x", "");
        HttpResponse<String> limit = portal.call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/accounts?limit=x", "");

        assertThat(id.statusCode()).isEqualTo(400);
        assertThat(id.body()).contains("\"field\":\"id\"", "\"place\":\"path\"", "a UUID");
        assertThat(limit.statusCode()).isEqualTo(400);
        assertThat(limit.body()).contains("\"field\":\"limit\"", "\"place\":\"query\"", "a whole number");
    }

    @Test
    void a_page_of_the_server_itself_shows_the_id_under_which_the_log_has_the_request() throws Exception {
        HttpResponse<String> page = portal.get("/a//b");

        assertThat(page.statusCode()).isEqualTo(400);
        String id = page.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(page.body()).contains("Reference: " + id);
    }

    @Test
    void the_character_nul_is_refused_in_addresses_and_in_texts() throws Exception {
        for (String path : new String[] {
            "/api/portico/entities/component/default/a%00b",
            "/api/portico/entities?text=a%00b",
            "/api/portico/accounts?after=a%00b",
            "/api/portico/search?q=a%00b"
        }) {
            assertThat(portal.call(TestPortal.ADMIN_TOKEN, "GET", path, "").statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        String nul = "\\u0000";
        HttpResponse<String> account = post("/api/portico/accounts", """
                {"name": "n%s", "displayName": "n", "roles": [], "password": "a long password"}""".formatted(nul));
        assertThat(account.statusCode()).isEqualTo(400);
        assertThat(account.body()).contains("\"field\":\"name\"");
        assertThat(post("/api/portico/tokens", "{\"name\":\"x\",\"scopes\":[\"a" + nul + "\"]}")
                        .statusCode())
                .isEqualTo(400);
        for (String call : new String[] {
            "/api/catalog/refresh {\"entityRef\":\"component:default/a" + nul + "\"}",
            "/api/catalog/entities/by-refs {\"entityRefs\":[\"component:default/a" + nul + "\"]}"
        }) {
            String[] parts = call.split(" ", 2);
            assertThat(post(parts[0], parts[1]).statusCode()).as(call).isEqualTo(400);
        }
    }

    @Test
    void what_the_framework_refuses_is_a_problem_document_too() throws Exception {
        assertProblem(portal.call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/nonsense", ""), 404);
        assertProblem(portal.call(TestPortal.ADMIN_TOKEN, "DELETE", "/api/portico/me", ""), 405);
        assertProblem(
                portal.send(
                        "POST",
                        "/api/portico/tokens",
                        "<x/>",
                        Map.of("Authorization", "Bearer " + TestPortal.ADMIN_TOKEN, "Content-Type", "text/xml")),
                415);
        assertProblem(portal.get("/api/portico/me"), 401);
    }

    @Test
    void whoever_is_not_signed_in_is_told_how() throws Exception {
        assertThat(portal.get("/api/portico/me").headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"Portico\"");
    }

    @Test
    void the_description_is_openapi_3_1_and_shows_no_reader() throws Exception {
        HttpResponse<String> answer = portal.call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/openapi", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"openapi\":\"3.1.0\"", "/api/portico/accounts")
                .doesNotContain("\"Reader\"");
        assertThat(portal.get("/api/portico/openapi").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return portal.call(TestPortal.ADMIN_TOKEN, "POST", path, json);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, "\"detail\":", "\"request\":");
    }
}
