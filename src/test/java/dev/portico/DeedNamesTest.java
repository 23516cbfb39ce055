package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.access.Tokens;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How the audit trail calls what is done: each deed has a name of its own, and the permission that decided stands
/// beside it.
@PorticoTest
final class DeedNamesTest {

    private static final String PASSWORD = "four plain words here";

    /// What each of these is called in the trail, done and refused, and the permission that decided where that is
    /// another word. The trail's readers filter by it.
    private static final List<Called> CALLED = List.of(
            new Called(
                    "access.account.create",
                    "access.account.manage",
                    "POST",
                    "accounts",
                    "{\"name\": \"named\"," + " \"roles\": [], \"password\": \"" + PASSWORD + "\"}"),
            new Called(
                    "access.account.change",
                    "access.account.manage",
                    "PATCH",
                    "accounts/{id}",
                    "{\"displayName\": \"Named\"}"),
            new Called(
                    "access.account.assign",
                    "access.account.manage",
                    "PATCH",
                    "accounts/{id}",
                    "{\"roles\": [\"engineer\"]}"),
            new Called(
                    "access.account.disable",
                    "access.account.manage",
                    "PATCH",
                    "accounts/{id}",
                    "{\"enabled\": false}"),
            new Called(
                    "access.account.enable", "access.account.manage", "PATCH", "accounts/{id}", "{\"enabled\": true}"),
            new Called(
                    "access.account.make-reset-link", "access.account.manage", "POST", "accounts/{id}/reset-link", ""),
            new Called(
                    "access.account.set-password",
                    "access.account.manage",
                    "PUT",
                    "accounts/{id}/password",
                    "{\"password\": \"" + PASSWORD + "\"}"),
            new Called("access.account.sign-out", "access.account.manage", "POST", "accounts/{id}/sign-out", ""),
            new Called("access.account.delete", "access.account.manage", "DELETE", "accounts/{id}", ""),
            new Called(
                    "access.token.create",
                    "access.token.manage",
                    "POST",
                    "tokens",
                    "{\"name\": \"named\", \"service\": true, \"roles\": [\"guest\"]}"),
            new Called("access.token.rotate", "access.token.manage", "POST", "tokens/{id}/rotation", "{}"),
            new Called("access.token.revoke", "access.token.manage", "DELETE", "tokens/{id}", ""),
            new Called("access.space.create", null, "POST", "access/spaces", "{\"name\": \"named\", \"groups\": []}"),
            new Called(
                    "access.space.change",
                    "access.space.manage",
                    "PATCH",
                    "access/spaces/named?version=1",
                    "{\"title\": \"Named\"}"),
            new Called("access.space.delete", "access.space.manage", "DELETE", "access/spaces/named?version=2", ""),
            new Called("secrets.secret.store", "secrets.secret.manage", "PUT", "secrets/named", "{\"value\": \"x\"}"),
            new Called("secrets.secret.rotate", "secrets.secret.manage", "POST", "secrets/rotation", ""),
            new Called("secrets.secret.remove", "secrets.secret.manage", "DELETE", "secrets/named", ""),
            new Called("access.policy.begin", "access.role.edit", "POST", "access/policies", "{\"note\": \"Named\"}"),
            new Called(
                    "access.policy.describe",
                    "access.role.edit",
                    "PATCH",
                    "access/policies/{number}?version=1",
                    "{\"note\": \"Named\"}"),
            new Called(
                    "access.role.change",
                    "access.role.edit",
                    "PUT",
                    "access/policies/{number}/roles/named?version=2",
                    "{\"description\": \"Named.\"}"),
            new Called(
                    "access.role.remove",
                    "access.role.edit",
                    "DELETE",
                    "access/policies/{number}/roles/named?version=3",
                    ""),
            new Called(
                    "access.policy.discard", "access.role.edit", "DELETE", "access/policies/{number}?version=4", ""));

    private final ApplicationContext context;
    private final JdbcClient database;
    private final Tokens tokens;

    @Autowired
    DeedNamesTest(ApplicationContext context, JdbcClient database, Tokens tokens) {
        this.context = context;
        this.database = database;
        this.tokens = tokens;
    }

    @Test
    void each_deed_has_a_name_of_its_own_done_or_refused_and_the_row_says_which_permission_decided() throws Exception {
        AuditedCalls calls = new AuditedCalls(TestPortal.of(context), database, tokens);
        JsonNode weak = calls.account("namer");
        String refusedToken = calls.token("namer", weak.path("id").asString(), Set.of("catalog.entity.read"));
        Map<String, String> answers = new HashMap<>();
        List<String> otherwise = new ArrayList<>();
        for (Called called : CALLED) {
            String path = "/api/portico/" + called.path;
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                path = path.replace("{" + answer.getKey() + "}", answer.getValue());
            }
            String refused = "named-" + UUID.randomUUID();
            assertThat(calls.call(refusedToken, called.method, path, called.body, refused)
                            .statusCode())
                    .isEqualTo(403);
            String request = "named-" + UUID.randomUUID();
            HttpResponse<String> done = calls.call(TestPortal.ADMIN_TOKEN, called.method, path, called.body, request);
            assertThat(done.statusCode()).as(called.action + " " + done.body()).isBetween(200, 299);
            if (!called(refused).equals(List.of(called.words(true)))) {
                otherwise.add(called.action + " refused: " + called(refused));
            }
            if (!called(request).equals(List.of(called.words(false)))) {
                otherwise.add(called.action + ": " + called(request));
            }
            if (done.body().startsWith("{")) {
                JsonNode said = JsonMapper.shared().readTree(done.body());
                keep(answers, "id", said.path("id"));
                keep(answers, "id", said.path("token").path("id"));
                keep(answers, "number", said.path("number"));
            }
        }
        calls.remove(weak);

        assertThat(otherwise).isEmpty();
    }

    @Test
    void one_call_that_does_several_deeds_leaves_a_row_of_each_and_the_permission_finds_them_all() throws Exception {
        AuditedCalls calls = new AuditedCalls(TestPortal.of(context), database, tokens);
        String id = calls.account("several").path("id").asString();
        String request = "several-" + UUID.randomUUID();
        calls.call(
                TestPortal.ADMIN_TOKEN,
                "PATCH",
                "/api/portico/accounts/" + id,
                "{\"displayName\": \"S.\", \"roles\": [], \"enabled\": false}",
                request);
        calls.call(TestPortal.ADMIN_TOKEN, "DELETE", "/api/portico/accounts/" + id, "", "");

        assertThat(called(request))
                .containsExactlyInAnyOrder(
                        "access.account.change by access.account.manage",
                        "access.account.assign by access.account.manage",
                        "access.account.disable by access.account.manage");
        for (String asked : List.of("access.account.manage", "access.account.*", "access.account.disable")) {
            assertThat(calls.call(
                                    TestPortal.ADMIN_TOKEN,
                                    "GET",
                                    "/api/portico/audit?thing=several&action=" + asked,
                                    "",
                                    "")
                            .body())
                    .as(asked)
                    .contains("\"action\":\"access.account.disable\"", "\"permission\":\"access.account.manage\"");
        }
    }

    @Test
    void a_call_that_asks_for_several_deeds_is_refused_by_the_weightiest() throws Exception {
        AuditedCalls calls = new AuditedCalls(TestPortal.of(context), database, tokens);
        JsonNode weak = calls.account("weigher");
        String refusedToken = calls.token("weigher", weak.path("id").asString(), Set.of("catalog.entity.read"));
        String id = calls.account("weighed").path("id").asString();
        String path = "/api/portico/accounts/" + id;
        try {
            Map<String, String> weightiest = Map.of(
                    "{\"displayName\": \"W.\", \"roles\": [\"guest\"], \"enabled\": false}", "access.account.disable",
                    "{\"displayName\": \"W.\", \"roles\": [\"guest\"], \"enabled\": true}", "access.account.assign",
                    "{\"displayName\": \"W.\", \"roles\": [\"engineer\"], \"enabled\": true}", "access.account.change");
            for (Map.Entry<String, String> one : weightiest.entrySet()) {
                String request = "weighed-" + UUID.randomUUID();
                calls.call(refusedToken, "PATCH", path, one.getKey(), request);
                assertThat(called(request)).containsExactly(one.getValue() + " by access.account.manage refused");
            }
            calls.call(TestPortal.ADMIN_TOKEN, "PATCH", path, "{\"enabled\": false}", "");
            for (String body : List.of("{\"roles\": [\"admin\"], \"enabled\": true}", "{\"roles\": [\"admin\"]}")) {
                String request = "weighed-" + UUID.randomUUID();
                calls.call(refusedToken, "PATCH", path, body, request);
                assertThat(called(request)).containsExactly("access.account.assign by access.account.manage refused");
            }
            String request = "weighed-" + UUID.randomUUID();
            calls.call(refusedToken, "PATCH", path, "{\"displayName\": \"W.\", \"enabled\": true}", request);
            assertThat(called(request)).containsExactly("access.account.enable by access.account.manage refused");
        } finally {
            calls.remove(weak);
            calls.call(TestPortal.ADMIN_TOKEN, "DELETE", path, "", "");
        }
    }

    @Test
    void giving_more_than_one_holds_while_disabling_is_refused_as_disabling() throws Exception {
        AuditedCalls calls = new AuditedCalls(TestPortal.of(context), database, tokens);
        JsonNode keeper = calls.account("weigh-keeper");
        String keeperId = keeper.path("id").asString();
        String path = "/api/portico/accounts/"
                + calls.account("weighed-too").path("id").asString();
        try {
            calls.call(TestPortal.ADMIN_TOKEN, "PATCH", path, "{\"roles\": []}", "");
            calls.call(
                    TestPortal.ADMIN_TOKEN,
                    "PATCH",
                    "/api/portico/accounts/" + keeperId,
                    "{\"roles\": [\"admin\"]}",
                    "");
            String narrow = calls.token("weigh-keeper", keeperId, Set.of("access.account.manage"));
            String request = "weighed-" + UUID.randomUUID();

            HttpResponse<String> answer =
                    calls.call(narrow, "PATCH", path, "{\"roles\": [\"operator\"], \"enabled\": false}", request);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(called(request)).containsExactly("access.account.disable by access.account.manage refused");
        } finally {
            calls.remove(keeper);
            calls.call(TestPortal.ADMIN_TOKEN, "DELETE", path, "", "");
        }
    }

    @Test
    void what_is_refused_since_the_last_admin_has_to_stay_leaves_a_row_that_says_so() throws Exception {
        AuditedCalls calls = new AuditedCalls(TestPortal.of(context), database, tokens);
        String name = "lone-" + UUID.randomUUID();
        String id = calls.account(name).path("id").asString();
        assertThat(calls.call(
                                TestPortal.ADMIN_TOKEN,
                                "PATCH",
                                "/api/portico/accounts/" + id,
                                "{\"roles\": [\"admin\"]}",
                                "")
                        .statusCode())
                .isEqualTo(200);
        List<String> others = database.sql("UPDATE access_account SET enabled = false"
                        + " WHERE enabled AND 'admin' = ANY (roles) AND name <> ? RETURNING name")
                .param(name)
                .query((row, number) -> Objects.requireNonNull(row.getString("name")))
                .list();
        try {
            stays(calls, name, id);
        } finally {
            others.forEach(other -> database.sql("UPDATE access_account SET enabled = true WHERE name = ?")
                    .param(other)
                    .update());
            database.sql("DELETE FROM access_account WHERE name = ?")
                    .param(name)
                    .update();
        }
    }

    private void stays(AuditedCalls calls, String name, String id) throws Exception {
        Map<String, List<String>> tried = Map.of(
                "access.account.disable", List.of("PATCH", "{\"enabled\": false}"),
                "access.account.assign", List.of("PATCH", "{\"roles\": [\"engineer\"]}"),
                "access.account.delete", List.of("DELETE", ""));
        for (Map.Entry<String, List<String>> one : tried.entrySet()) {
            String request = "last-" + UUID.randomUUID();
            HttpResponse<String> answer = calls.call(
                    TestPortal.ADMIN_TOKEN,
                    one.getValue().getFirst(),
                    "/api/portico/accounts/" + id,
                    one.getValue().getLast(),
                    request);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
            assertThat(calls.rows(request, false)).isZero();
            assertThat(database.sql("SELECT action || ' ' || thing_id || ' ' || refused || ': ' || reason"
                                    + " FROM audit_entry WHERE request = ?")
                            .param(request)
                            .query(String.class)
                            .list())
                    .containsExactly(one.getKey() + " " + name + " true: " + name
                            + " is the last enabled admin; make another account admin first");
        }
    }

    private static void keep(Map<String, String> answers, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            answers.put(name, value.asString());
        }
    }

    /// How the rows of a request are called.
    private List<String> called(String request) {
        return database.sql("SELECT concat_ws(' ', action, 'by ' || permission, CASE WHEN refused THEN 'refused' END)"
                        + " FROM audit_entry WHERE request = ?")
                .param(request)
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    /// A deed by REST, below `/api/portico/`.
    ///
    /// @param permission null where the deed is called like it
    private record Called(String action, @Nullable String permission, String method, String path, String body) {

        String words(boolean refused) {
            return action + (permission == null ? "" : " by " + permission) + (refused ? " refused" : "");
        }
    }
}
