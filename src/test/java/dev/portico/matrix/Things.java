package dev.portico.matrix;

import dev.portico.access.TokenRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What is asked about. A thing is made when a call first speaks of it, and made anew after a call has succeeded that
/// may have changed or ended it.
final class Things {

    private static final String POLICIES = "/api/portico/access/policies";
    private static final String ACCOUNTS = "/api/portico/accounts";
    private static final String TOKENS = "/api/portico/tokens";
    private static final String SPACES = "/api/portico/access/spaces";
    private static final String REQUESTS = "/api/portico/access/requests";
    private static final String REVIEWS = "/api/portico/access/reviews";

    private final Admin admin;
    private final World world;
    private final Callers callers;
    private final Map<String, String> made = new HashMap<>();
    private final Set<String> spoken = new HashSet<>();
    private final Map<String, String> askers = new HashMap<>();
    private String draft = "";
    private int number;

    Things(Admin admin, World world, Callers callers) {
        this.admin = admin;
        this.world = world;
        this.callers = callers;
    }

    /// A call's text with what it speaks of.
    String filled(String text, Caller caller) throws IOException, InterruptedException {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', from)) {
            int close = text.indexOf('>', open);
            filled.append(text, from, open).append(value(text.substring(open + 1, close), caller));
            from = close + 1;
        }
        return filled.append(text.substring(from)).toString();
    }

    private String value(String name, Caller caller) throws IOException, InterruptedException {
        spoken.add(name);
        int colon = name.indexOf(':');
        String which = name.substring(colon + 1);
        return switch (colon < 0 ? name : name.substring(0, colon)) {
            case "password" -> Callers.PASSWORD;
            case "name" -> caller.way() + "-" + caller.name();
            case "self" -> caller.account().toString();
            case "in-use" -> caller.tokenId();
            case "csrf" -> caller.csrf();
            case "file" -> world.file();
            case "force" -> Integer.toString(world.force());
            case "former" -> Integer.toString(world.former());
            case "new-token" -> "matrix-new-" + number++;
            case "new-account", "new-source", "new-draft", "new-space" -> "matrix-new";
            case "groups" -> World.groups(which);
            case "version" -> version(draft);
            case "soon" -> Instant.now().plus(Duration.ofHours(1)).toString();
            case "space-version" ->
                admin.read(SPACES + "/matrix-" + which).path("version").asString();
            case "uid" ->
                admin.read("/api/portico/entities/component/matrix/canary-" + which)
                        .at("/metadata/uid")
                        .asString();
            default -> thing(name, caller);
        };
    }

    private String thing(String name, Caller caller) throws IOException, InterruptedException {
        String key = name.equals("token-mine") ? name + caller.account() : name;
        spoken.add(key);
        String known = made.get(key);
        if (known == null) {
            known = make(name, caller);
            made.put(key, known);
        }
        if (name.startsWith("draft")) {
            draft = known;
        }
        return known;
    }

    private String make(String name, Caller caller) throws IOException, InterruptedException {
        return switch (name) {
            case "account" ->
                admin.done("POST", ACCOUNTS, """
                        {"name": "matrix-spare", "roles": ["guest"], "password": "%s"}""".formatted(Callers.PASSWORD))
                        .path("id")
                        .asString();
            case "token-mine", "token-other" ->
                callers.personal(
                                name.equals("token-mine") ? caller.account() : Caller.nobody(),
                                TokenRequest.personal("matrix-spare-" + number++, null))
                        .token()
                        .id()
                        .toString();
            case "token-service" -> service("");
            case "token-service-a", "token-service-b" ->
                service(", \"spaces\": [\"matrix-" + name.charAt(name.length() - 1) + "\"]");
            case "secret" -> {
                admin.done("PUT", "/api/portico/secrets/matrix-spare", "{\"value\": \"matrix\"}");
                yield "matrix-spare";
            }
            case "source" -> {
                admin.done("POST", "/api/portico/sources", """
                        {"name": "matrix-spare", "type": "file", "target": "/nowhere.yaml", "everySeconds": 0}""");
                yield "matrix-spare";
            }
            case "source-a", "source-b" -> {
                World.source(admin, "matrix-spare-" + name, name.substring(7));
                yield "matrix-spare-" + name;
            }
            case "space" -> {
                admin.done("POST", SPACES, "{\"name\": \"matrix-spare\", \"groups\": []}");
                yield "matrix-spare";
            }
            case "location" -> location();
            case "request", "request-a", "request-b" -> request(name.substring("request".length()));
            case "reviewer" -> reviewer();
            case "review" -> review("matrix-speaks");
            case "review-a", "review-b" -> review("matrix-in-" + name.charAt(name.length() - 1));
            case "draft", "draft-a", "draft-b", "draft-all" -> draft(name);
            default -> throw new IllegalStateException("The table speaks of <" + name + ">, which nobody makes");
        };
    }

    private String service(String limits) throws IOException, InterruptedException {
        return admin.done("POST", TOKENS, """
                        {"name": "matrix-spare-%d", "service": true, "roles": ["guest"]%s}""".formatted(number++, limits))
                .at("/token/id")
                .asString();
    }

    /// A request of somebody who reads spaces and keeps no sources.
    ///
    /// @param space `-a` or `-b`; empty for none
    private String request(String space) throws IOException, InterruptedException {
        String asker = admin.done("POST", ACCOUNTS, """
                        {"name": "matrix-asker-%d", "roles": ["engineer"], "password": "%s"}""".formatted(number++, Callers.PASSWORD))
                .path("id")
                .asString();
        String token = callers.personal(UUID.fromString(asker), TokenRequest.personal("matrix-asks", null))
                .text();
        String where = space.isEmpty() ? "" : ", \"space\": \"matrix" + space + "\"";
        String request = admin.as(token, "POST", REQUESTS, """
                        {"permission": "catalog.source.register", "reason": "Matrix"%s}""".formatted(where))
                .path("id")
                .asString();
        askers.put(request, asker);
        return request;
    }

    /// The name of an account that may decide in reviews, and is none of the callers.
    private String reviewer() throws IOException, InterruptedException {
        String name = "matrix-reviewer-" + number++;
        String account = admin.done("POST", ACCOUNTS, """
                        {"name": "%s", "roles": ["team-lead"], "password": "%s"}""".formatted(name, Callers.PASSWORD))
                .path("id")
                .asString();
        askers.put(name, account);
        return name;
    }

    /// An open review of a role.
    private String review(String role) throws IOException, InterruptedException {
        String reviewer = reviewer();
        String review = admin.done(
                        "POST", REVIEWS, """
                        {"title": "Matrix", "role": "%s", "due": "%s", "reviewers": ["%s"]}""".formatted(role, Instant.now().plus(Duration.ofDays(1)), reviewer))
                .path("id")
                .asString();
        askers.put(review, String.valueOf(askers.remove(reviewer)));
        return review;
    }

    private String location() throws IOException, InterruptedException {
        for (JsonNode location : admin.read("/api/catalog/locations")) {
            if (location.at("/data/target").asString().equals(world.file())) {
                return location.at("/data/id").asString();
            }
        }
        throw new IllegalStateException("The source has no location");
    }

    private String draft(String name) throws IOException, InterruptedException {
        int drafted = admin.done("POST", POLICIES, "{\"note\": \"Matrix\"}")
                .path("number")
                .asInt();
        if (!name.equals("draft")) {
            String space = name.equals("draft-all") ? "" : ", \"space\": \"matrix-" + name.substring(6) + "\"";
            World.put(admin, drafted, 1, "matrix-try", """
                    {"description": "Tried.", "grants": [{"effect": "allow", "permission": "catalog.entity.read"}]%s}""".formatted(space));
        }
        return Integer.toString(drafted);
    }

    private String version(String draft) throws IOException, InterruptedException {
        return admin.read(POLICIES + "/" + draft).at("/policy/version").asString();
    }

    /// Forgets which things the call before spoke of.
    void next() {
        spoken.clear();
    }

    /// Takes away or repairs what the call spoke of, since it succeeded.
    ///
    /// @param answer what it answered
    void used(JsonNode answer) throws IOException, InterruptedException {
        for (String name : Set.copyOf(spoken)) {
            String known = made.remove(name);
            if (known != null) {
                end(name, known);
            } else {
                endNew(name, answer);
            }
        }
    }

    /// Takes away all that is left.
    void end() throws IOException, InterruptedException {
        for (Map.Entry<String, String> left : made.entrySet()) {
            end(left.getKey(), left.getValue());
        }
        made.clear();
    }

    private void endNew(String name, JsonNode answer) throws IOException, InterruptedException {
        switch (name) {
            case "new-account" ->
                admin.done("DELETE", ACCOUNTS + "/" + answer.path("id").asString(), "");
            case "new-token" ->
                admin.done("DELETE", TOKENS + "/" + answer.at("/token/id").asString(), "");
            case "new-source" -> admin.done("DELETE", "/api/portico/sources/matrix-new", "");
            case "new-draft" ->
                admin.done("DELETE", POLICIES + "/" + answer.path("number").asString() + "?version=1", "");
            case "new-space" -> admin.done("DELETE", SPACES + "/matrix-new?version=1", "");
            case "groups:a", "groups:b" -> {
                String space = name.substring(7);
                String path = SPACES + "/matrix-" + space;
                String version = admin.read(path).path("version").asString();
                admin.done("PATCH", path + "?version=" + version, "{\"groups\": [" + World.groups(space) + "]}");
            }
            default -> {
                // stays as it is
            }
        }
    }

    private void end(String name, String known) throws IOException, InterruptedException {
        switch (name) {
            case "account" -> admin.tried("DELETE", ACCOUNTS + "/" + known, "");
            case "secret" -> admin.tried("DELETE", "/api/portico/secrets/" + known, "");
            case "source", "source-a", "source-b" -> admin.tried("DELETE", "/api/portico/sources/" + known, "");
            case "space" -> admin.tried("DELETE", SPACES + "/" + known + "?version=1", "");
            case "location" -> {
                // belongs to the source
            }
            case "reviewer", "review", "review-a", "review-b" ->
                admin.tried("DELETE", ACCOUNTS + "/" + askers.remove(known), "");
            case "request", "request-a", "request-b" -> {
                world.restore();
                admin.tried("DELETE", ACCOUNTS + "/" + askers.remove(known), "");
            }
            default -> {
                if (name.startsWith("draft")) {
                    world.restore();
                    if (admin.tried("GET", POLICIES + "/" + known, "").statusCode() == 200) {
                        admin.tried("DELETE", POLICIES + "/" + known + "?version=" + version(known), "");
                    }
                } else {
                    admin.tried("DELETE", TOKENS + "/" + known, "");
                }
            }
        }
    }
}
