package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two portals in JVMs of their own on one PostgreSQL: what is changed on one is found on the other, and rights that
/// are taken away on one are gone on the other.
@Alone
final class TwoNodesTest {

    private static final String TOKEN = "token-of-two-nodes-0123456789abcdef";
    private static final String PASSWORD = "correct horse battery staple";
    private static final String YAML = "application/yaml";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PROMISE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String POLICIES = "/api/portico/access/policies";
    private static final int CHANGES = 200;
    private static final Duration BITE = Duration.ofSeconds(1);

    /// Of each kind: tokens, roles, sessions, accounts.
    private static final int REVOCATIONS = Boolean.getBoolean("portico.long") ? 250 : 10;

    @TempDir
    private Path folder;

    @Test
    void what_one_node_is_told_the_other_one_knows_within_two_seconds() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                PortalProcess first = ClusterNode.start("first", folder, postgres, TOKEN, PASSWORD);
                PortalProcess second = ClusterNode.start("second", folder, postgres, TOKEN, PASSWORD)) {
            List<TestPortal> nodes = List.of(at(first.ready()), at(second.ready()));
            changes(nodes);
            tokens(nodes);
            JsonNode jane =
                    json(nodes.getFirst().call(TOKEN, "POST", "/api/portico/accounts", """
                            {"name": "jane", "roles": ["engineer"], "password": "%s"}""".formatted(PASSWORD)));
            roles(nodes, "/api/portico/accounts/" + jane.path("id").asString());
            policies(nodes);
            sessions(nodes, "/api/portico/accounts/" + jane.path("id").asString());
        }
    }

    private static void changes(List<TestPortal> nodes) throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int number = 0; number < CHANGES; number++) {
            TestPortal told = nodes.get(number % 2);
            String word = "change" + number;
            HttpResponse<String> pushed = told.send(
                    "PUT",
                    "/api/portico/sources/told/descriptors",
                    descriptor(word),
                    Map.of("Authorization", "Bearer " + TOKEN, "Content-Type", YAML));
            assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(200);
            long acknowledged = System.nanoTime();
            assertThat(finds(told, word)).as("on the node that was told").isTrue();
            TestPortal other = nodes.get(1 - number % 2);
            millis.add(millisUntil(acknowledged, word + " is found on the other node", () -> finds(other, word)));
        }
        say("a change is found on the other node", millis);
    }

    private static void tokens(List<TestPortal> nodes) throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int number = 0; number < REVOCATIONS; number++) {
            JsonNode made = json(nodes.getFirst().call(TOKEN, "POST", "/api/portico/tokens", """
                            {"name": "robot-%s", "service": true, "roles": ["engineer"]}""".formatted(number)));
            String text = made.path("text").asString();
            Eventually.holds(PATIENCE, "the token counts", () -> entities(nodes.getLast(), text) == 1);
            nodes.getFirst()
                    .call(
                            TOKEN,
                            "DELETE",
                            "/api/portico/tokens/"
                                    + made.path("token").path("id").asString(),
                            "");
            millis.add(millisUntil(
                    System.nanoTime(),
                    "a token that was revoked counts no more",
                    () -> entities(nodes.getLast(), text) < 0));
        }
        say("a token that was revoked counts no more on the other node", millis, BITE);
    }

    private static void roles(List<TestPortal> nodes, String account) throws Exception {
        TestPortal browser = TestPortal.at(nodes.getLast().address());
        browser.signIn("jane", PASSWORD);
        assertThat(entities(browser, "")).isEqualTo(1);
        List<Long> millis = new ArrayList<>();
        for (int number = 0; number < REVOCATIONS; number++) {
            boolean taken = number % 2 == 0;
            HttpResponse<String> changed = nodes.getFirst()
                    .call(TOKEN, "PATCH", account, taken ? "{\"roles\": []}" : "{\"roles\": [\"engineer\"]}");
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
            millis.add(millisUntil(
                    System.nanoTime(),
                    taken ? "a role that was taken is gone" : "a role that was given is there",
                    () -> taken ? entities(browser, "") <= 0 : entities(browser, "") == 1));
        }
        say("a role that was given or taken counts on the other node", millis, BITE);
    }

    /// Every other time the account is disabled, which ends its sessions too.
    private static void sessions(List<TestPortal> nodes, String account) throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int number = 0; number < 2 * REVOCATIONS; number++) {
            TestPortal browser = TestPortal.at(nodes.getLast().address());
            Eventually.holds(PATIENCE, "jane can sign in", () -> {
                browser.signIn("jane", PASSWORD);
                return browser.get("/api/portico/me").statusCode() == 200;
            });
            boolean disabled = number % 2 == 0;
            HttpResponse<String> done = disabled
                    ? nodes.getFirst().call(TOKEN, "PATCH", account, "{\"enabled\": false}")
                    : nodes.getFirst().call(TOKEN, "POST", account + "/sign-out", "");
            assertThat(done.statusCode()).as(done.body()).isBetween(200, 299);
            millis.add(millisUntil(
                    System.nanoTime(),
                    disabled ? "the session of a disabled account has ended" : "a session that was ended has ended",
                    () -> browser.get("/api/portico/me").statusCode() == 401));
            if (disabled) {
                json(nodes.getFirst().call(TOKEN, "PATCH", account, "{\"enabled\": true}"));
            }
        }
        say("a session that was ended, or whose account was disabled, has ended on the other node", millis, BITE);
    }

    private static void say(String what, List<Long> millis) {
        say(what, millis, PROMISE);
    }

    private static void policies(List<TestPortal> nodes) throws Exception {
        TestPortal told = nodes.getFirst();
        String watcher = json(told.call(TOKEN, "POST", "/api/portico/tokens", """
                        {"name": "watcher", "service": true, "roles": ["guest"]}"""))
                .path("text")
                .asString();
        JsonNode draft = json(told.call(TOKEN, "POST", POLICIES, "{\"note\": \"Lets the watcher read\"}"));
        int open = draft.path("number").asInt();
        int closed = draft.path("basedOn").asInt();
        json(told.call(TOKEN, "PUT", POLICIES + "/" + open + "/roles/watching?version=1", """
                        {"members": [{"kind": "token", "name": "watcher"}],
                         "grants": [{"effect": "allow", "permission": "catalog.entity.read"}]}"""));
        List<Long> millis = new ArrayList<>();
        for (int number = 0; number < REVOCATIONS; number++) {
            boolean opens = number % 2 == 0;
            json(told.call(
                    TOKEN,
                    "POST",
                    POLICIES + "/" + (opens ? open : closed) + "/publication",
                    "{\"version\": %d, \"inForce\": %d}".formatted(opens ? 2 : 1, opens ? closed : open)));
            long published = System.nanoTime();
            assertThat(entities(told, watcher)).as("on the node that was told").isEqualTo(opens ? 1 : 0);
            millis.add(millisUntil(
                    published,
                    opens ? "what a policy allows is allowed" : "what a policy allowed is not",
                    () -> entities(nodes.getLast(), watcher) == (opens ? 1 : 0)));
        }
        say("a policy that was published counts on the other node", millis);
        assertThat(Collections.max(millis)).isLessThanOrEqualTo(1_000L);
    }

    /// Prints how long it took, and holds the 99th percentile against the promise.
    private static void say(String what, List<Long> millis, Duration promise) {
        List<Long> sorted = millis.stream().sorted().toList();
        long median = sorted.get(sorted.size() / 2);
        long slow = sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
        System.out.printf(
                "%s: median %d ms, 99th percentile %d ms, longest %d ms of %d%n",
                what, median, slow, sorted.getLast(), sorted.size());
        assertThat(Duration.ofMillis(slow)).as(what).isLessThanOrEqualTo(promise);
    }

    private static long millisUntil(long since, String what, Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
        return (System.nanoTime() - since) / 1_000_000;
    }

    private static boolean finds(TestPortal node, String word) throws Exception {
        HttpResponse<String> page = node.call(TOKEN, "GET", "/api/portico/entities?limit=1&text=" + word, "");
        return json(page).path("matching").asInt() == 1;
    }

    /// How many entities the token's bearer may read, or whoever is signed in; negative where nothing may be asked.
    private static int entities(TestPortal node, String token) throws Exception {
        String path = "/api/portico/entities?limit=1";
        HttpResponse<String> page = token.isEmpty() ? node.get(path) : node.call(token, "GET", path, "");
        return page.statusCode() == 200 ? json(page).path("matching").asInt() : -1;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private static String descriptor(String word) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: told
                  description: %s
                spec: {type: service, lifecycle: production, owner: somebody}
                """.formatted(word);
    }

    private static TestPortal at(PortalProcess portal) {
        return TestPortal.at("http://localhost:" + portal.port());
    }
}
