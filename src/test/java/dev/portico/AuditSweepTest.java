package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.kernel.Reader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every route that changes something: carried out it leaves a row in the audit trail, refused it leaves one too. A new
/// route of that kind fails here until it is listed.
@PorticoTest
class AuditSweepTest {

    private static final String PASSWORD = "four plain words here";
    private static final String CANARY = "canary-swept-through-7f3a";

    /// What is asked by another method than GET and changes nothing, or is proven elsewhere; with the reason.
    private static final Map<String, String> NO_CHANGE = Map.ofEntries(
            Map.entry("POST /api/catalog/entities/by-refs", "reads"),
            Map.entry("POST /api/catalog/entities/by-query", "reads"),
            Map.entry("POST /api/catalog/entity-facets", "reads"),
            Map.entry("POST /api/catalog/locations/by-query", "reads"),
            Map.entry("POST /api/catalog/validate-entity", "judges, keeps nothing"),
            Map.entry("POST /api/portico/access/decisions", "explains, keeps nothing"),
            Map.entry("POST /api/portico/access/policies/{number}/replay", "asks a policy, keeps nothing"),
            Map.entry("POST /api/portico/access/simulator/holders", "asks a policy, keeps nothing"),
            Map.entry("POST /api/portico/access/simulator/reach", "asks a policy, keeps nothing"),
            Map.entry("POST /api/portico/access/requests", "AccessRequestsTest asks and asks for its row"),
            Map.entry("DELETE /api/portico/access/requests/{id}", "AccessRequestsTest asks for its row"),
            Map.entry("POST /api/portico/access/requests/{id}/approval", "AccessRequestsTest asks for its row"),
            Map.entry("POST /api/portico/access/requests/{id}/denial", "AccessRequestsTest asks for its row"),
            Map.entry("POST /api/portico/access/reviews", "AccessReviewsTest begins one and asks for its row"),
            Map.entry("POST /api/portico/access/reviews/{id}/decisions", "ReviewClosingTest asks for its row"),
            Map.entry("PATCH /api/portico/access/reviews/{id}", "ReviewingTest asks for its row"),
            Map.entry("POST /api/portico/access/reviews/{id}/closure", "ReviewClosingTest asks for its row"),
            Map.entry("POST /api/portico/sources/preview", "reads what registering would bring, keeps nothing"),
            Map.entry("POST /api/auth/guest/refresh", "gives a token that is kept nowhere"),
            Map.entry("POST /api/portico/password-reset", "RecoveryTest makes a link and asks for its row"),
            Map.entry("POST /api/portico/tokens/leaked", "RecoveryTest leaks one and asks for its row"),
            Map.entry(
                    "POST /api/portico/oidc/{provider}/back-channel-logout",
                    "LyingProviderTest signs it and asks for its row"),
            Map.entry("POST /api/portico/sources/{name}/webhook", "WebhooksTest signs it and asks for its row"));

    /// What each route is asked, in an order in which they all work out. `{…}` is what an earlier answer said.
    private static final List<Step> STEPS = List.of(
            new Step(
                    "POST",
                    "/api/portico/accounts",
                    "",
                    "{\"name\": \"swept\", \"roles\": [\"engineer\"], \"password\": \"" + PASSWORD + "\"}",
                    "id"),
            new Step("POST", "/api/portico/accounts/{id}/reset-link", "", "", ""),
            new Step("PATCH", "/api/portico/accounts/{id}", "", "{\"displayName\": \"Swept\"}", ""),
            new Step("PUT", "/api/portico/accounts/{id}/password", "", "{\"password\": \"" + CANARY + "\"}", ""),
            new Step("POST", "/api/portico/accounts/{id}/sign-out", "", "", ""),
            new Step(
                    "PUT",
                    "/api/portico/me/password",
                    "",
                    "{\"present\": \"" + CANARY + "\", \"next\": \"" + CANARY + "-next\"}",
                    ""),
            new Step("DELETE", "/api/portico/accounts/{id}", "", "", ""),
            new Step(
                    "POST",
                    "/api/portico/tokens",
                    "",
                    "{\"name\": \"swept\", \"service\": true, \"roles\": [\"guest\"]}",
                    "token.id"),
            new Step("POST", "/api/portico/tokens/{id}/rotation", "{token.id}", "{}", ""),
            new Step("DELETE", "/api/portico/tokens/{id}", "{token.id}", "", ""),
            new Step("PUT", "/api/portico/secrets/{name}", "swept", "{\"value\": \"" + CANARY + "\"}", ""),
            new Step("POST", "/api/portico/secrets/rotation", "", "", ""),
            new Step("DELETE", "/api/portico/secrets/{name}", "swept", "", ""),
            new Step("PUT", "/api/portico/sources/{name}/descriptors", "swept", """
                            apiVersion: backstage.io/v1alpha1
                            kind: Component
                            metadata: {name: swept}
                            spec: {type: service, lifecycle: production, owner: somebody}
                            """, ""),
            new Step("DELETE", "/api/portico/entities/{kind}/{namespace}/{name}", "component/default/swept", "", "409"),
            new Step(
                    "POST",
                    "/api/portico/sources",
                    "",
                    "{\"name\": \"swept-file\", \"type\": \"file\", \"target\": \"/nowhere/swept.yaml\"}",
                    ""),
            new Step("POST", "/api/portico/sources/{name}/refresh", "swept-file", "", ""),
            new Step("POST", "/api/catalog/refresh", "", "{\"entityRef\": \"component:default/swept\"}", "none"),
            new Step("DELETE", "/api/portico/sources/{name}", "swept-file", "", ""),
            new Step("DELETE", "/api/portico/sources/{name}", "swept", "", ""),
            new Step("POST", "/api/portico/access/policies", "", "{\"note\": \"Swept\"}", "number"),
            new Step(
                    "PATCH",
                    "/api/portico/access/policies/{number}",
                    "{number}?version=1",
                    "{\"note\": \"Swept\"}",
                    ""),
            new Step(
                    "PUT",
                    "/api/portico/access/policies/{number}/roles/{role}",
                    "{number}/roles/swept?version=2",
                    "{\"description\": \"Swept.\"}",
                    ""),
            new Step(
                    "DELETE",
                    "/api/portico/access/policies/{number}/roles/{role}",
                    "{number}/roles/swept?version=3",
                    "",
                    ""),
            new Step(
                    "POST",
                    "/api/portico/access/policies/{number}/publication",
                    "{number}",
                    "{\"version\": 99, \"inForce\": 99}",
                    "409"),
            new Step("PUT", "/api/portico/access/policies/{number}/yaml", "{number}?version=4", """
                    roles:
                      - name: admin
                        grants: [{effect: allow, permission: '*'}]
                    """, ""),
            new Step(
                    "POST",
                    "/api/portico/access/policies/{number}/rbac",
                    "{number}?version=5",
                    "{\"csv\": \"p, role:default/swept, catalog-entity, read, allow\"}",
                    ""),
            new Step("DELETE", "/api/portico/access/policies/{number}", "{number}?version=6", "", ""),
            new Step("POST", "/api/portico/access/spaces", "", "{\"name\": \"swept\", \"groups\": []}", ""),
            new Step("PATCH", "/api/portico/access/spaces/{name}", "swept?version=1", "{\"title\": \"Swept\"}", ""),
            new Step("DELETE", "/api/portico/access/spaces/{name}", "swept?version=2", "", ""),
            new Step("POST", "/api/portico/audit/verification", "", "", ""));

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
                    "{\"password\": \"" + CANARY + "\"}"),
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
    private final List<RequestMappingInfoHandlerMapping> mappings;
    private final FilterChainProxy chains;
    private final JdbcClient database;
    private final Tokens tokens;
    private final Map<String, String> said = new HashMap<>();

    @Autowired
    AuditSweepTest(
            ApplicationContext context,
            List<RequestMappingInfoHandlerMapping> mappings,
            FilterChainProxy chains,
            JdbcClient database,
            Tokens tokens) {
        this.context = context;
        this.mappings = mappings;
        this.chains = chains;
        this.database = database;
        this.tokens = tokens;
    }

    @Test
    void every_route_that_changes_something_is_listed() {
        Set<String> listed = STEPS.stream().map(Step::route).collect(Collectors.toCollection(TreeSet::new));
        listed.addAll(NO_CHANGE.keySet());

        assertThat(changing()).isNotEmpty().isSubsetOf(listed);
    }

    @Test
    void each_change_and_each_refused_attempt_at_one_leaves_a_row_that_tells_no_secret() throws Exception {
        TestPortal portal = TestPortal.of(context);
        JsonNode weak = account(portal, "sweeper");
        String refusedToken = token("sweeper", weak.path("id").asString(), Set.of("catalog.entity.read"));
        try {
            List<String> silent = new ArrayList<>();
            for (Step step : STEPS) {
                silent.addAll(tried(portal, step, refusedToken));
            }
            assertThat(silent).as("what left no row").isEmpty();
            assertThat(secrets()).isZero();
        } finally {
            call(
                    portal,
                    TestPortal.ADMIN_TOKEN,
                    "DELETE",
                    "/api/portico/accounts/" + weak.path("id").asString(),
                    "",
                    "");
        }
    }

    @Test
    void each_deed_has_a_name_of_its_own_done_or_refused_and_the_row_says_which_permission_decided() throws Exception {
        TestPortal portal = TestPortal.of(context);
        JsonNode weak = account(portal, "namer");
        String refusedToken = token("namer", weak.path("id").asString(), Set.of("catalog.entity.read"));
        Map<String, String> answers = new HashMap<>();
        List<String> otherwise = new ArrayList<>();
        for (Called called : CALLED) {
            String path = "/api/portico/" + called.path;
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                path = path.replace("{" + answer.getKey() + "}", answer.getValue());
            }
            String refused = "named-" + UUID.randomUUID();
            assertThat(call(portal, refusedToken, called.method, path, called.body, refused)
                            .statusCode())
                    .isEqualTo(403);
            String request = "named-" + UUID.randomUUID();
            HttpResponse<String> done = call(portal, TestPortal.ADMIN_TOKEN, called.method, path, called.body, request);
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
        call(
                portal,
                TestPortal.ADMIN_TOKEN,
                "DELETE",
                "/api/portico/accounts/" + weak.path("id").asString(),
                "",
                "");

        assertThat(otherwise).isEmpty();
    }

    @Test
    void one_call_that_does_several_deeds_leaves_a_row_of_each_and_the_permission_finds_them_all() throws Exception {
        TestPortal portal = TestPortal.of(context);
        String id = account(portal, "several").path("id").asString();
        String request = "several-" + UUID.randomUUID();
        call(
                portal,
                TestPortal.ADMIN_TOKEN,
                "PATCH",
                "/api/portico/accounts/" + id,
                "{\"displayName\": \"S.\", \"roles\": [], \"enabled\": false}",
                request);
        call(portal, TestPortal.ADMIN_TOKEN, "DELETE", "/api/portico/accounts/" + id, "", "");

        assertThat(called(request))
                .containsExactlyInAnyOrder(
                        "access.account.change by access.account.manage",
                        "access.account.assign by access.account.manage",
                        "access.account.disable by access.account.manage");
        for (String asked : List.of("access.account.manage", "access.account.*", "access.account.disable")) {
            assertThat(call(
                                    portal,
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
    void what_is_refused_since_the_last_admin_has_to_stay_leaves_a_row_that_says_so() throws Exception {
        TestPortal portal = TestPortal.of(context);
        String name = database.sql("SELECT min(name) FROM access_account WHERE enabled AND 'admin' = ANY (roles)"
                        + " HAVING count(*) = 1")
                .query(String.class)
                .single();
        String id = database.sql("SELECT id::text FROM access_account WHERE name = ?")
                .param(name)
                .query(String.class)
                .single();
        Map<String, List<String>> tried = Map.of(
                "access.account.disable", List.of("PATCH", "{\"enabled\": false}"),
                "access.account.assign", List.of("PATCH", "{\"roles\": [\"engineer\"]}"),
                "access.account.delete", List.of("DELETE", ""));
        for (Map.Entry<String, List<String>> one : tried.entrySet()) {
            String request = "last-" + UUID.randomUUID();
            HttpResponse<String> answer = call(
                    portal,
                    TestPortal.ADMIN_TOKEN,
                    one.getValue().getFirst(),
                    "/api/portico/accounts/" + id,
                    one.getValue().getLast(),
                    request);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
            assertThat(rows(request, false)).isZero();
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

    @Test
    void whoever_signs_in_or_out_and_whoever_is_refused_leaves_a_row_that_tells_no_secret() throws Exception {
        assertThat(Routes.filtered(chains))
                .as("what this test tries, or OidcSignInTest and LyingProviderTest do")
                .containsExactly(
                        "GET /login/oauth2/code/*",
                        "GET /oauth2/authorization/{registrationId}",
                        "POST /login",
                        "POST /logout");
        TestPortal portal = TestPortal.of(context);
        String name = "signer-in";
        String id = account(portal, name).path("id").asString();
        try {
            TestPortal browser = TestPortal.of(context);
            browser.signIn(name, CANARY + PASSWORD);
            browser.signIn(CANARY, PASSWORD);
            browser.signIn(name, PASSWORD);
            browser.post("/logout", Map.of("_csrf", browser.csrfToken()));
            browser.post("/login", Map.of("username", name, "password", PASSWORD, "_csrf", CANARY));
            call(portal, CANARY, "GET", "/api/portico/me", "", "");
            portal.send("POST", "/api/portico/accounts", "{}", Map.of("Content-Type", "application/json"));
            portal.get("/login/oauth2/code/liar?code=" + CANARY + "&state=" + CANARY);

            assertThat(told("access.session.begin", "account:" + name, false)).contains("\"with\":\"password\"");
            assertThat(told("access.session.end", "account:" + name, false)).isEqualTo("{}");
            assertThat(told("access.session.begin", "anonymous", true))
                    .contains("the name or the password was wrong", "what the provider said was not accepted");
            assertThat(told("access.request.send", "anonymous", true))
                    .contains("the CSRF token was missing or wrong", "the token does not count");
            assertThat(database.sql("SELECT count(*) FROM audit_entry WHERE refused AND thing_id = ?")
                            .param(name)
                            .query(Long.class)
                            .single())
                    .as("the account that was guessed at")
                    .isEqualTo(1);
            assertThat(secrets()).isZero();
        } finally {
            call(portal, TestPortal.ADMIN_TOKEN, "DELETE", "/api/portico/accounts/" + id, "", "");
        }
    }

    /// What the rows of an action say, one after the other.
    private String told(String action, String actor, boolean refused) {
        return String.join(
                "\n",
                database.sql("SELECT coalesce(after, '{}')::text FROM audit_entry"
                                + " WHERE action = ? AND actor = ? AND refused = ?")
                        .params(action, actor, refused)
                        .query(String.class)
                        .list());
    }

    private long secrets() {
        return database.sql("SELECT count(*) FROM audit_entry WHERE row_to_json(audit_entry)::text LIKE :canary")
                .param("canary", "%" + CANARY + "%")
                .query(Long.class)
                .single();
    }

    private List<String> tried(TestPortal portal, Step step, String refusedToken) throws Exception {
        List<String> silent = new ArrayList<>();
        String path = step.filled(said);
        String attempt = "swept-" + UUID.randomUUID();
        HttpResponse<String> refused = call(portal, refusedToken, step.method, path, step.body, attempt);
        assertThat(refused.statusCode()).as(step.route() + " " + refused.body()).isEqualTo(403);
        if (rows(attempt, true) != 1 || rows(attempt, false) != 0) {
            silent.add("refused " + step.route());
        }
        String request = "swept-" + UUID.randomUUID();
        String token = step.path.endsWith("/me/password")
                ? token("swept", String.valueOf(said.get("id")), null)
                : TestPortal.ADMIN_TOKEN;
        HttpResponse<String> done = call(portal, token, step.method, path, step.body, request);
        if (step.told.equals("409")) {
            assertThat(done.statusCode()).as(step.route()).isEqualTo(409);
        } else {
            assertThat(done.statusCode()).as(step.route() + " " + done.body()).isBetween(200, 299);
            if (rows(request, false) == 0 && !step.told.equals("none")) {
                silent.add(step.route());
            }
        }
        if (!step.told.isEmpty() && done.body().startsWith("{") && done.statusCode() < 300) {
            said.put(
                    step.told,
                    JsonMapper.shared()
                            .readTree(done.body())
                            .at("/" + step.told.replace('.', '/'))
                            .asString());
        }
        return silent;
    }

    /// A personal token; null scopes for none that limit it.
    private String token(String owner, String account, @Nullable Set<String> scopes) {
        Reader reader = new Reader(
                "account:" + owner, UUID.fromString(account), owner, null, Set.of(), Set.of("engineer"), null);
        return tokens.create(reader, TokenRequest.personal("sweep", scopes)).text();
    }

    private JsonNode account(TestPortal portal, String name) throws Exception {
        return JsonMapper.shared()
                .readTree(call(
                                portal,
                                TestPortal.ADMIN_TOKEN,
                                "POST",
                                "/api/portico/accounts",
                                "{\"name\": \"" + name + "\", \"roles\": [\"engineer\"], \"password\": \"" + PASSWORD
                                        + "\"}",
                                "")
                        .body());
    }

    private static HttpResponse<String> call(
            TestPortal portal, String token, String method, String path, String body, String request) throws Exception {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + token));
        headers.put("Content-Type", path.endsWith("/descriptors") ? "application/yaml" : "application/json");
        if (!request.isEmpty()) {
            headers.put("X-Request-Id", request);
        }
        return portal.send(method, path, body, headers);
    }

    private long rows(String request, boolean refused) {
        return database.sql("SELECT count(*) FROM audit_entry WHERE request = ? AND refused = ?")
                .params(request, refused)
                .query(Long.class)
                .single();
    }

    private Set<String> changing() {
        return Routes.handled(mappings).stream()
                .filter(route ->
                        Set.of("POST", "PUT", "PATCH", "DELETE").contains(route.substring(0, route.indexOf(' '))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// @param value what to put for the pattern's variables; `id` of an earlier answer where empty
    /// @param told  which part of the answer later steps need; `409` where the state forbids it, `none` where it
    ///              changes nothing in this case
    private record Step(String method, String path, String value, String body, String told) {

        String route() {
            return method + " " + path;
        }

        String filled(Map<String, String> said) {
            int brace = path.indexOf('{');
            if (brace < 0) {
                return path;
            }
            String end = path.endsWith("}") ? "" : path.substring(path.lastIndexOf('}') + 1);
            String with = value.isEmpty() ? "{id}" : value;
            for (Map.Entry<String, String> known : said.entrySet()) {
                with = with.replace("{" + known.getKey() + "}", known.getValue());
            }
            int query = with.indexOf('?') < 0 ? with.length() : with.indexOf('?');
            return path.substring(0, brace) + with.substring(0, query) + end + with.substring(query);
        }
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
