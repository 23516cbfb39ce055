package dev.portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.FreePort;
import dev.portico.PortalProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample company in a portal of its own, since it would stand in the way of every other test.
final class SampleCompanyTest {

    private static final String TOKEN = "token-of-the-sample-company-0123456789";
    private static final Duration LOADED = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void it_comes_with_a_history_and_goes_with_its_accounts() throws Exception {
        try (PortalProcess portal = PortalProcess.start(
                                FreePort.find(), folder.resolve("home"), Map.of("PORTICO_ADMIN_TOKEN", TOKEN), "--demo")
                        .ready();
                HttpClient client = HttpClient.newHttpClient()) {
            Eventually.passes(LOADED, () -> {
                JsonNode runs = get(client, portal, "/api/portico/sources/northwind-rail/runs");
                assertThat(runs.get(0).get("unchanged")).isEqualTo(runs.get(0).get("files"));
                assertThat(runs.size()).isGreaterThan(30);
            });

            JsonNode past = get(client, portal, "/api/portico/sources/northwind-rail/runs");
            assertThat(Instant.parse(past.get(past.size() - 1).get("started").asString()))
                    .isBefore(Instant.now().minus(Duration.ofDays(120)));
            assertThat(accounts(client, portal)).contains("tomasz", "marta", "priya");
            assertThat(get(client, portal, "/api/portico/access/requests?state=WAITING")
                            .get("items")
                            .valueStream()
                            .map(request -> request.get("account").asString()))
                    .containsExactlyInAnyOrder("tomasz", "marta");
            JsonNode reviews =
                    get(client, portal, "/api/portico/access/reviews").get("items");
            assertThat(reviews.size()).isEqualTo(2);
            assertThat(reviews.get(1).get("closedAt").asString()).isNotEmpty();
            assertThat(reviews.get(1).get("progress").get("removed").asInt()).isOne();
            for (JsonNode review : reviews) {
                assertThat(get(
                                        client,
                                        portal,
                                        "/api/portico/access/reviews/"
                                                + review.get("id").asString())
                                .get("lines")
                                .valueStream()
                                .map(line -> line.get("unused").asBoolean()
                                        ? "unused"
                                        : line.has("lastUsed") ? "used" : "of many"))
                        .contains("used", "unused");
            }
            assertThat(roles(client, portal))
                    .as("the eight that a portal begins with, and one of a space")
                    .hasSize(9)
                    .contains("passenger-oncall in passenger");
            JsonNode effect = get(client, portal, "/api/portico/access/policies/3/effect?from=2");
            assertThat(List.of(
                            effect.get("gaining").asInt(), effect.get("losing").asInt()))
                    .as("people who gain and who lose by the draft in work")
                    .containsExactly(1, 3);
            assertThat(tokens(client, portal))
                    .containsExactlyInAnyOrder(
                            "timetable-sync", "old-dashboard", "laptop", "fares-ci", "spreadsheet revoked");

            assertThat(send(client, portal, "DELETE", "/api/portico/sources/northwind-rail")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(accounts(client, portal)).containsExactly("admin");
            assertThat(get(client, portal, "/api/portico/access/reviews").get("items"))
                    .isEmpty();
            assertThat(get(client, portal, "/api/portico/entities").get("items"))
                    .isEmpty();
            assertThat(tokens(client, portal))
                    .containsExactlyInAnyOrder("timetable-sync revoked", "old-dashboard revoked");
            assertThat(roles(client, portal)).hasSize(8);
            assertThat(get(client, portal, "/api/portico/access/spaces").get("items"))
                    .as("spaces, which nothing holds back")
                    .isEmpty();
        }
    }

    private static List<String> tokens(HttpClient client, PortalProcess portal) throws Exception {
        return get(client, portal, "/api/portico/tokens?all=true")
                .get("items")
                .valueStream()
                .map(token -> token.get("name").asString() + (token.hasNonNull("revokedAt") ? " revoked" : ""))
                .toList();
    }

    /// The roles in force, each with the space that it holds in.
    private static List<String> roles(HttpClient client, PortalProcess portal) throws Exception {
        return get(client, portal, "/api/portico/access/roles")
                .get("roles")
                .valueStream()
                .map(role -> role.get("name").asString()
                        + (role.hasNonNull("space") ? " in " + role.get("space").asString() : ""))
                .toList();
    }

    private static List<String> accounts(HttpClient client, PortalProcess portal) throws Exception {
        return get(client, portal, "/api/portico/accounts")
                .get("items")
                .valueStream()
                .map(account -> account.get("name").asString())
                .toList();
    }

    private static JsonNode get(HttpClient client, PortalProcess portal, String path) throws Exception {
        HttpResponse<String> response = send(client, portal, "GET", path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private static HttpResponse<String> send(HttpClient client, PortalProcess portal, String method, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + portal.port() + path))
                        .method(method, BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + TOKEN)
                        .build(),
                BodyHandlers.ofString());
    }
}
