package dev.portico.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.TestPortal;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever prepares what is asked about, over HTTP, and takes it away again.
final class Admin {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestPortal portal;

    Admin(ApplicationContext context) {
        this.portal = TestPortal.of(context);
    }

    /// The answer to what has to work out.
    JsonNode done(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = tried(method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isBetween(200, 299);
        return json(answer.body());
    }

    /// The answer to what somebody else does with a token of theirs, which has to work out.
    JsonNode as(String token, String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = portal.call(token, method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isBetween(200, 299);
        return json(answer.body());
    }

    /// The answer to what may be refused, as where a thing is gone already.
    HttpResponse<String> tried(String method, String path, String body) throws IOException, InterruptedException {
        return portal.call(TestPortal.ADMIN_TOKEN, method, path, body);
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        return done("GET", path, "");
    }

    static JsonNode json(String text) {
        return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
    }
}
