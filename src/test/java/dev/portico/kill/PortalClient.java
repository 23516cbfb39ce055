package dev.portico.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the portal as automation does: over HTTP, with a token.
final class PortalClient implements AutoCloseable {

    static final String TOKEN = "token-of-the-kill-test-0123456789abcdef";

    private static final String SOURCES = "/api/portico/sources";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    PortalClient(URI address) {
        this.address = address;
    }

    Answer push(String source, Contents contents) {
        return send("PUT", SOURCES + "/" + source + "/descriptors", "application/yaml", contents.yaml());
    }

    Answer register(String source, String folder) {
        return send(
                "POST",
                SOURCES,
                "application/json",
                JSON.writeValueAsString(Map.of(
                        "name",
                        source,
                        "type",
                        "folder",
                        "target",
                        folder,
                        "pattern",
                        "**/*.yaml",
                        "everySeconds",
                        0)));
    }

    Answer refresh(String source) {
        return send("POST", SOURCES + "/" + source + "/refresh", "application/json", "");
    }

    Answer remove(String source) {
        return send("DELETE", SOURCES + "/" + source, "application/json", "");
    }

    Answer sources() {
        return send("GET", SOURCES, "application/json", "");
    }

    /// Whether an entity's description holds the word. Words that are spelled alike are found as well, and do not
    /// count.
    boolean finds(String word) {
        Answer answer = send("GET", "/api/portico/entities?limit=1&text=" + word, "application/json", "");
        return answer.acknowledged()
                && answer.json()
                        .path("items")
                        .path(0)
                        .path("description")
                        .asString("")
                        .contains(word);
    }

    /// Every entity of the catalog, whole.
    List<JsonNode> entities() throws IOException {
        Answer all = send("GET", "/api/catalog/entities", "application/json", "");
        if (!all.acknowledged()) {
            throw new IOException("The list of entities was answered with " + all);
        }
        List<JsonNode> entities = new ArrayList<>();
        all.json().forEach(entities::add);
        return entities;
    }

    @Override
    public void close() {
        http.close();
    }

    private Answer send(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        long began = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException cut) {
            return new Answer(0, cut.toString(), Duration.ofNanos(System.nanoTime() - began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, e.toString(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /// What came back.
    ///
    /// @param status 0 where nothing did
    record Answer(int status, String body, Duration took) {

        boolean acknowledged() {
            return status >= 200 && status < 300;
        }

        /// Whether nobody knows what became of the request.
        boolean inDoubt() {
            return status == 0 || status >= 500;
        }

        JsonNode json() {
            return JSON.readTree(body);
        }

        @Override
        public String toString() {
            return status + " " + (body.length() > 300 ? body.substring(0, 300) + "…" : body);
        }
    }
}
