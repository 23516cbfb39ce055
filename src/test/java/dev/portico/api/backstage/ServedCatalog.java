package dev.portico.api.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.specification.ReadApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A portal's read calls over HTTP, as somebody who holds a token gets them.
///
/// @param calls how many calls were made
record ServedCatalog(HttpClient client, String address, String token, AtomicInteger calls) implements ReadApi {

    ServedCatalog(int port, String token) {
        this(HttpClient.newHttpClient(), "http://127.0.0.1:" + port, token, new AtomicInteger());
    }

    /// The same portal for another holder.
    ServedCatalog as(String other) {
        return new ServedCatalog(client, address, other, new AtomicInteger());
    }

    /// What a guest is given to sign with.
    String guest() {
        String identity = send("POST", "/api/auth/guest/refresh", "{}", false).body();
        return JsonMapper.shared()
                .readTree(identity)
                .path("backstageIdentity")
                .path("token")
                .asString();
    }

    /// Replaces all that the portal's catalog holds, and returns what it serves then.
    List<JsonNode> hold(List<JsonNode> descriptors) {
        String documents = descriptors.stream().map(JsonNode::toString).collect(Collectors.joining("\n---\n"));
        HttpResponse<String> pushed = send("PUT", "/api/portico/sources/random/descriptors", documents, true);
        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(pushed.body()).path("refused").asInt())
                .as(send("GET", "/api/portico/sources/random/problems", "", true)
                        .body())
                .isZero();
        List<JsonNode> served = new ArrayList<>();
        JsonMapper.shared().readTree(get("/entities").body()).forEach(served::add);
        assertThat(served.size()).as("entities served after " + pushed.body()).isEqualTo(descriptors.size());
        return served;
    }

    @Override
    public Answer get(String pathAndQuery) {
        return answer(send("GET", "/api/catalog" + pathAndQuery, "", true));
    }

    @Override
    public Answer post(String pathAndQuery, String json) {
        return answer(send("POST", "/api/catalog" + pathAndQuery, json, true));
    }

    private Answer answer(HttpResponse<String> response) {
        calls.incrementAndGet();
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Link").orElse(""));
    }

    private HttpResponse<String> send(String method, String path, String body, boolean signed) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (signed) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(method + ' ' + path, failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + ' ' + path, ended);
        }
    }
}
