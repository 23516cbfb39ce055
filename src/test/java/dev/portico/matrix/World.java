package dev.portico.matrix;

import dev.portico.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What all callers find: two spaces with entities of their own, people in groups of both, and the roles that are not
/// among those that a portal begins with.
final class World {

    static final List<String> ROLES =
            List.of("guest", "admin", "auditor", "operator", "space-admin", "team-lead", "engineer", "publisher");

    private static final Path FILE = Path.of("target/matrix/catalog.yaml").toAbsolutePath();
    private static final String POLICIES = "/api/portico/access/policies";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final int former;
    private final int force;

    private World(Admin admin, int former, int force) {
        this.admin = admin;
        this.former = former;
        this.force = force;
    }

    static World make(Admin admin, List<String> people) throws Exception {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, catalog(people));
        admin.done(
                "POST",
                "/api/portico/sources",
                "{\"name\": \"matrix\", \"type\": \"file\", \"target\": \"%s\", \"everySeconds\": 0}".formatted(FILE));
        Eventually.holds(PATIENCE, "the entities are found", () -> admin.tried(
                        "GET", "/api/portico/search?text=canary&limit=100", "")
                .body()
                .contains("canary-open"));
        for (String space : List.of("a", "b")) {
            admin.done(
                    "POST",
                    "/api/portico/access/spaces",
                    "{\"name\": \"matrix-%s\", \"groups\": [%s]}".formatted(space, groups(space)));
            source(admin, "matrix-src-" + space, space);
        }
        JsonNode draft = admin.done("POST", POLICIES, "{\"note\": \"Roles of the matrix\"}");
        int number = draft.path("number").asInt();
        put(admin, number, 1, "matrix-mine", """
                {"description": "What is mine, and space B.", "grants": [
                  {"effect": "allow", "permission": "catalog.entity.*", "condition": {"rule": "owner-is-mine"}},
                  {"effect": "allow", "permission": "access.space.read",
                   "condition": {"rule": "space-is", "space": "matrix-b"}}]}""");
        put(admin, number, 2, "matrix-in-a", """
                {"description": "Admins of space A.", "includes": ["space-admin"], "space": "matrix-a"}""");
        put(admin, number, 3, "matrix-in-b", """
                {"description": "Admins of space B.", "includes": ["space-admin"], "space": "matrix-b"}""");
        put(admin, number, 4, "matrix-but-not", """
                {"description": "The catalog but for what is not mine, and the spaces but for A.", "grants": [
                  {"effect": "allow", "permission": "catalog.*"},
                  {"effect": "deny", "permission": "catalog.*",
                   "condition": {"rule": "not", "part": {"rule": "owner-is-mine"}}},
                  {"effect": "allow", "permission": "access.space.read"},
                  {"effect": "deny", "permission": "access.space.read",
                   "condition": {"rule": "space-is", "space": "matrix-a"}}]}""");
        put(admin, number, 5, "matrix-speaks", """
                {"description": "Speaks of space A and is not of it, so that the space stays.", "grants": [
                  {"effect": "allow", "permission": "catalog.entity.read",
                   "condition": {"rule": "space-is", "space": "matrix-a"}}]}""");
        int former = draft.path("basedOn").asInt();
        publish(admin, number, former);
        return new World(admin, former, number);
    }

    /// Takes all of it away again.
    void end() throws Exception {
        restore();
        publish(admin, former, force);
        for (String source : List.of("pushed", "pushed-a", "pushed-b", "src-a", "src-b")) {
            admin.tried("DELETE", "/api/portico/sources/matrix-" + source, "");
        }
        for (String space : List.of("a", "b")) {
            String path = "/api/portico/access/spaces/matrix-" + space;
            int version = admin.read(path).path("version").asInt();
            admin.done("DELETE", path + "?version=" + version, "");
        }
        admin.done("DELETE", "/api/portico/sources/matrix", "");
        Files.delete(FILE);
    }

    /// The path of the file that the entities are in.
    String file() {
        return FILE.toString();
    }

    /// The number of the policy that was in force before.
    int former() {
        return former;
    }

    /// The number of the policy in force, which has the roles.
    int force() {
        return force;
    }

    /// Puts that policy in force again, where another one is.
    void restore() throws IOException, InterruptedException {
        for (JsonNode policy : admin.read(POLICIES).path("items")) {
            int number = policy.path("number").asInt();
            if (policy.path("state").asString().equals("PUBLISHED") && number != force) {
                publish(admin, force, number);
            }
        }
    }

    /// The root groups of a space, as JSON.
    static String groups(String space) {
        return "\"group:matrix/%1$s-mine\", \"group:matrix/%1$s-other\"".formatted(space);
    }

    /// Registers a source of a space that cannot be read.
    static void source(Admin admin, String name, String space) throws IOException, InterruptedException {
        admin.done("POST", "/api/portico/sources", """
                {"name": "%1$s", "type": "url", "target": "http://localhost:1/%1$s.yaml", "everySeconds": 0,
                 "space": "matrix-%2$s"}""".formatted(name, space));
    }

    static void put(Admin admin, int number, int version, String role, String body)
            throws IOException, InterruptedException {
        admin.done("PUT", POLICIES + "/" + number + "/roles/" + role + "?version=" + version, body);
    }

    private static void publish(Admin admin, int policy, int before) throws IOException, InterruptedException {
        int version = admin.read(POLICIES + "/" + policy)
                .path("policy")
                .path("version")
                .asInt();
        admin.done(
                "POST",
                POLICIES + "/" + policy + "/publication",
                "{\"version\": %d, \"inForce\": %d}".formatted(version, before));
    }

    private static String catalog(List<String> people) {
        StringBuilder yaml = new StringBuilder();
        for (String group : List.of("a-mine", "a-other", "b-mine", "b-other")) {
            yaml.append(entity("Group", group, "", "{type: team, children: []}"));
            yaml.append(component(group, group, ""));
        }
        yaml.append(component("open", "b-other", "labels: {portico.dev/visibility: public}, "));
        for (String person : people) {
            yaml.append(entity(
                    "User",
                    person,
                    "annotations: {portico.dev/account: matrix-" + person + "}, ",
                    "{memberOf: [a-mine, b-mine]}"));
        }
        return yaml.toString();
    }

    private static String component(String name, String owner, String metadata) {
        return entity(
                "Component",
                "canary-" + name,
                metadata,
                "{type: service, lifecycle: production, owner: group:matrix/" + owner + "}");
    }

    private static String entity(String kind, String name, String metadata, String spec) {
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: %s
                metadata: {%sname: %s, namespace: matrix}
                spec: %s
                """.formatted(kind, metadata, name, spec);
    }
}
