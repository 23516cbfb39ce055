package dev.portico.api.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.TestPortal;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Some entities that no other test has, and the calls about them. Every name ends with [#mark], which is also a tag of
/// all of them.
///
/// There are seven Components, `c1` to `c7`: `c1` to `c5` have titles in the opposite order of their names, the odd
/// ones are libraries, the even ones services, and `c1` is public. Three have a field `nothing` and one a `number`.
/// They belong to the Group `team`. An API has a definition that is longer than a page. A file of its own, with a
/// Location beside it, holds the Component `filed`.
final class FaceWorld {

    static final JsonMapper JSON = JsonMapper.shared();

    final String mark = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final TestPortal portal;

    FaceWorld(ApplicationContext context, Path folder) throws Exception {
        portal = TestPortal.of(context);
        HttpResponse<String> pushed = portal.call(
                TestPortal.ADMIN_TOKEN, "PUT", "/api/portico/sources/push-" + mark + "/descriptors", descriptors());
        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(200);
        Files.writeString(folder.resolve("all.yaml"), """
                apiVersion: backstage.io/v1alpha1
                kind: Location
                metadata: {name: all-%1$s}
                spec: {targets: [./filed.yaml]}
                """.formatted(mark));
        Files.writeString(folder.resolve("filed.yaml"), component("filed", "", "service", ""));
        HttpResponse<String> registered = portal.call(
                TestPortal.ADMIN_TOKEN,
                "POST",
                "/api/portico/sources",
                "{\"name\":\"file-" + mark + "\",\"type\":\"file\",\"target\":\"" + folder.resolve("all.yaml")
                        + "\",\"everySeconds\":0}");
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        Eventually.holds(
                Duration.ofSeconds(30),
                "the file is read",
                () -> call("GET", byName("component", "filed"), "").statusCode() == 200);
        Eventually.holds(
                Duration.ofSeconds(30),
                "the push is found",
                () -> call("GET", byName("component", "c7"), "").statusCode() == 200);
    }

    String named(String name) {
        return name + '-' + mark;
    }

    String ref(String kind, String name) {
        return kind + ":default/" + named(name);
    }

    String source(String kind) {
        return kind + '-' + mark;
    }

    String byName(String kind, String name) {
        return "/api/catalog/entities/by-name/" + kind + "/default/" + named(name);
    }

    /// A filter for the seven Components.
    String components() {
        return encoded("kind=component,metadata.tags=" + mark);
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        return call(TestPortal.ADMIN_TOKEN, method, path, body);
    }

    HttpResponse<String> call(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        return portal.call(token, method, path, body);
    }

    HttpResponse<String> anonymously(String method, String path) throws IOException, InterruptedException {
        return portal.send(method, path, "", Map.of("Content-Type", "application/json"));
    }

    String address() {
        return portal.address();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(call("GET", path, ""));
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return json(call("POST", path, body));
    }

    String guest() throws IOException, InterruptedException {
        return json(portal.send("POST", "/api/auth/guest/refresh", "{}", Map.of("Content-Type", "application/json")))
                .path("backstageIdentity")
                .path("token")
                .asString();
    }

    /// The short names of entities in a list.
    List<String> names(JsonNode entities) {
        List<String> names = new ArrayList<>();
        entities.forEach(entity ->
                names.add(entity.path("metadata").path("name").asString().replace('-' + mark, "")));
        return names;
    }

    static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        return JSON.readTree(answer.body());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String descriptors() {
        StringBuilder yaml = new StringBuilder();
        for (int i = 1; i <= 7; i++) {
            String title = i > 5 ? "" : "title: Title " + (9 - i) + ' ' + mark;
            yaml.append(component(
                    "c" + i, title + odd(i), i % 2 == 1 ? "library" : "Service", i == 1 ? "public" : "internal"));
            yaml.append("\n---\n");
        }
        return yaml + """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: team-%1$s, title: Team %1$s}
                spec: {type: team, children: [], profile: {displayName: The team %1$s, email: team@example.com}}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: api-%1$s, tags: [%1$s], description: '%2$s'}
                spec: {type: openapi, lifecycle: production, owner: team-%1$s, definition: '%2$send-%1$s'}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: System
                metadata: {name: system-%1$s, title: "Fares, EU %1$s", labels: {portico.dev/visibility: public}}
                spec: {owner: team-%1$s}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: part-%1$s, labels: {portico.dev/visibility: public}}
                spec: {type: part, lifecycle: production, owner: team-%1$s, system: system-%1$s, dependsOn: ['component:hidden-%1$s']}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: hidden-%1$s}
                spec: {type: part, lifecycle: production, owner: team-%1$s, system: system-%1$s}
                """.formatted(mark, "long ".repeat(1_000));
    }

    /// What only the first three have.
    private static String odd(int number) {
        return switch (number) {
            case 1 -> "\n  nothing: z\n  number: 12345678.50";
            case 2 -> "\n  nothing: ''";
            case 3 -> "\n  nothing: null";
            default -> "";
        };
    }

    private String component(String name, String title, String type, String visibility) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %1$s
                  %2$s
                  description: About %1$s
                  tags: [%3$s]
                  labels: {portico.dev/visibility: %5$s}
                  annotations: {example.com/number: '5', example.com/nothing: ''}
                  links: [{url: 'https://example.com/%1$s', title: Home}]
                spec: {type: %4$s, lifecycle: production, owner: team-%6$s}
                """.formatted(
                        named(name),
                        title,
                        name.equals("filed") ? "filed" : mark,
                        type,
                        visibility.isEmpty() ? "internal" : visibility,
                        mark);
    }
}
