package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.access.Tokens;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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
        AuditedCalls calls = new AuditedCalls(TestPortal.of(context), database, tokens);
        JsonNode weak = calls.account("sweeper");
        String refusedToken = calls.token("sweeper", weak.path("id").asString(), Set.of("catalog.entity.read"));
        try {
            List<String> silent = new ArrayList<>();
            for (Step step : STEPS) {
                silent.addAll(tried(calls, step, refusedToken));
            }
            assertThat(silent).as("what left no row").isEmpty();
            assertThat(secrets()).isZero();
        } finally {
            calls.remove(weak);
        }
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
        AuditedCalls calls = new AuditedCalls(portal, database, tokens);
        String name = "signer-in";
        String id = calls.account(name).path("id").asString();
        try {
            TestPortal browser = TestPortal.of(context);
            browser.signIn(name, CANARY + PASSWORD);
            browser.signIn(CANARY, PASSWORD);
            browser.signIn(name, PASSWORD);
            browser.post("/logout", Map.of("_csrf", browser.csrfToken()));
            browser.post("/login", Map.of("username", name, "password", PASSWORD, "_csrf", CANARY));
            calls.call(CANARY, "GET", "/api/portico/me", "", "");
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
            calls.call(TestPortal.ADMIN_TOKEN, "DELETE", "/api/portico/accounts/" + id, "", "");
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

    private List<String> tried(AuditedCalls calls, Step step, String refusedToken) throws Exception {
        List<String> silent = new ArrayList<>();
        String path = step.filled(said);
        String attempt = "swept-" + UUID.randomUUID();
        HttpResponse<String> refused = calls.call(refusedToken, step.method, path, step.body, attempt);
        assertThat(refused.statusCode()).as(step.route() + " " + refused.body()).isEqualTo(403);
        if (calls.rows(attempt, true) != 1 || calls.rows(attempt, false) != 0) {
            silent.add("refused " + step.route());
        }
        String request = "swept-" + UUID.randomUUID();
        String token = step.path.endsWith("/me/password")
                ? calls.token("swept", String.valueOf(said.get("id")), null)
                : TestPortal.ADMIN_TOKEN;
        HttpResponse<String> done = calls.call(token, step.method, path, step.body, request);
        if (step.told.equals("409")) {
            assertThat(done.statusCode()).as(step.route()).isEqualTo(409);
        } else {
            assertThat(done.statusCode()).as(step.route() + " " + done.body()).isBetween(200, 299);
            if (calls.rows(request, false) == 0 && !step.told.equals("none")) {
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
}
