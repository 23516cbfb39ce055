package dev.portico.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Roles, policies, spaces and decisions as programs meet them.
@PorticoTest
final class PoliciesInRequestsTest {

    private static final String ACCESS = "/api/portico/access";

    @Autowired
    private ApplicationContext context;

    private TestPortal portal;

    @BeforeEach
    void open_a_browser() {
        portal = TestPortal.of(context);
    }

    @Test
    void a_draft_is_made_filled_compared_and_discarded() throws Exception {
        JsonNode draft = json(call("POST", ACCESS + "/policies", "{\"note\": \"Over REST\"}"), 201);
        String path = ACCESS + "/policies/" + draft.path("number").asInt();

        JsonNode changed = json(call("PUT", path + "/roles/rest-oncall?version=1", """
                        {"description": "Who is on call.", "includes": ["engineer"],
                         "members": [{"kind": "group", "name": "group:default/oncall", "until": "2030-01-01T00:00:00Z"}],
                         "grants": [{"effect": "allow", "permission": "catalog.entity.*",
                                     "condition": {"rule": "kind-in", "values": ["component"]}}]}"""), 200);
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        JsonNode difference = json(
                call("GET", path + "/difference?from=" + draft.path("basedOn").asInt(), ""), 200);
        JsonNode role = difference.path("roles").path(0);
        assertThat(role.path("name").asString()).isEqualTo("rest-oncall");
        assertThat(role.path("before").isNull()).isTrue();
        assertThat(role.path("grantsAdded")
                        .path(0)
                        .path("condition")
                        .path("rule")
                        .asString())
                .isEqualTo("kind-in");
        assertThat(role.path("membersAdded").path(0).path("until").asString()).isEqualTo("2030-01-01T00:00:00Z");

        HttpResponse<String> unknown = call("PUT", path + "/roles/rest-bad?version=2", """
                {"grants": [{"effect": "allow", "permission": "catalog.*", "condition": {"rule": "emperor"}}]}""");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("At /grants/0/condition/rule: there is no rule");
        assertThat(call("PUT", path + "/roles/rest-bad?version=1", "{}").statusCode())
                .isEqualTo(409);
        HttpResponse<String> noRef = call("PUT", path + "/roles/rest-bad?version=2", """
                {"grants": [{"effect": "allow", "permission": "catalog.*",
                             "condition": {"rule": "entity-is", "values": ["bad ref:::"]}}]}""");
        assertThat(noRef.statusCode()).isEqualTo(400);
        assertThat(noRef.body()).contains("bad ref:::", "component:default/fares");
        HttpResponse<String> over = call("PUT", path + "/roles/rest-bad?version=2", """
                {"members": [{"kind": "everyone", "until": "2020-01-01T00:00:00Z"}]}""");
        assertThat(over.statusCode()).isEqualTo(400);
        assertThat(over.body()).contains("At /members/0/until", "is over");
        assertThat(call("PUT", path + "/roles/rest-bad?version=2", "{\"admin\": true}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("DELETE", path + "?version=2", "").statusCode()).isEqualTo(204);
    }

    @Test
    void the_roles_in_force_are_listed_with_their_conditions() throws Exception {
        JsonNode roles = json(call("GET", ACCESS + "/roles", ""), 200);
        assertThat(roles.path("roles").size()).isGreaterThanOrEqualTo(8);
        assertThat(json(call("GET", ACCESS + "/roles/guest", ""), 200)
                        .path("grants")
                        .path(0)
                        .path("condition")
                        .path("label")
                        .asString())
                .isEqualTo("portico.dev/visibility");
        assertThat(call("GET", ACCESS + "/roles/nobody", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_decision_is_explained() throws Exception {
        JsonNode decision =
                json(call("POST", ACCESS + "/decisions", "{\"permission\": \"access.account.manage\"}"), 200);

        assertThat(decision.path("allowed").asBoolean()).isTrue();
        assertThat(decision.path("roles").path(0).path("role").asString()).isEqualTo("admin");
        assertThat(decision.path("roles")
                        .path(0)
                        .path("holdings")
                        .path(0)
                        .path("way")
                        .asString())
                .isEqualTo("TOKEN");
        assertThat(decision.path("grants").path(0).path("outcome").asString()).isEqualTo("HOLDS");
        assertThat(call("POST", ACCESS + "/decisions", "{\"permission\": \"a.b.c\"}")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> hidden = call(
                "POST",
                ACCESS + "/decisions",
                "{\"permission\": \"catalog.entity.read\", \"thing\": \"component:default/rest-nothing\"}");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(call("POST", ACCESS + "/decisions", "{\"permission\": \"catalog.entity.read\", \"account\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_space_is_made_changed_and_deleted() throws Exception {
        JsonNode space =
                json(call("POST", ACCESS + "/spaces", "{\"name\": \"rest-space\", \"groups\": [\"rest\"]}"), 201);
        assertThat(space.path("groups").path(0).asString()).isEqualTo("group:default/rest");

        JsonNode changed = json(call("PATCH", ACCESS + "/spaces/rest-space?version=1", "{\"title\": \"REST\"}"), 200);
        assertThat(changed.path("title").asString()).isEqualTo("REST");
        assertThat(call("PATCH", ACCESS + "/spaces/rest-space?version=1", "{}").statusCode())
                .isEqualTo(409);
        assertThat(call("DELETE", ACCESS + "/spaces/rest-space?version=2", "").statusCode())
                .isEqualTo(204);
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return portal.call(TestPortal.ADMIN_TOKEN, method, path, body);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
