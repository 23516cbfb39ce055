package dev.portico;

import java.util.List;

/// Descriptors with a secret word in every text of what belongs to one of two spaces.
///
/// @param secret the word
record Canary(String secret) {

    /// What stands beside the secret word everywhere, to be searched for.
    static final String WORD = "kanarie";

    /// Pages about whoever looks, or about what is hidden beside what they hold.
    private static final List<String> SILENT =
            List.of("profile", "me/access", "notifications", "access/requests", "access/policies");

    String groups() {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: "g-%1$s", namespace: canary-a, title: "Group %1$s", description: "%1$s kanarie"}
                spec: {type: team, children: []}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: team, namespace: canary-a, title: "Team %1$s"}
                spec: {type: team, children: [], profile: {displayName: "%1$s"}}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: "unspaced-%1$s", namespace: canary-a, description: "kanarie"}
                spec: {type: service, lifecycle: production, owner: group:canary-a/team}
                """.formatted(secret);
    }

    String secrets(int round) {
        return entity("a-service", "canary-a", secret + " " + round, "team", "canary-a")
                + "---\n"
                + entity("n-" + secret, "canary-a", secret, "g-" + secret, "canary-a")
                + "---\n"
                + """
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: a-api, namespace: canary-a, description: kanarie}
                spec:
                  type: openapi
                  lifecycle: production
                  owner: group:canary-a/team
                  definition: |
                    openapi: 3.0.0
                    info: {title: "kanarie %1$s", version: "1"}
                    paths: {"/%1$s": {get: {summary: "%1$s", responses: {"200": {description: "%1$s"}}}}}
                """.formatted(secret);
    }

    String entity(String name, String namespace, String text, String owner, String team) {
        boolean ours = team.equals("canary-b");
        String value = ours ? "plain" : secret;
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: "%1$s"
                  namespace: %2$s
                  title: "Kanarie %3$s"
                  description: "kanarie %3$s"
                  tags: ["t-%4$s"]
                  labels: {example.com/label: "%4$s"}
                  annotations: {example.com/annotation: "kanarie %4$s"}
                  links: [{url: "https://example.com/%4$s", title: "Link %4$s"}]
                spec:
                  type: "%4$s"
                  lifecycle: "%4$s"
                  owner: group:%2$s/%5$s
                  extra: {field: "kanarie %4$s"}
                  dependsOn: [component:canary-b/b-service, "component:%2$s/missing-%4$s"]
                """.formatted(name, namespace, text, value, owner);
    }

    /// One more of the space that it stands in.
    String another() {
        return entity("a-new", "canary-a", secret + " new", "team", "canary-a");
    }

    /// What is wrong in a source of the other space, the name that is taken in this one among it.
    String broken() {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: "bad %1$s", namespace: canary-a}
                spec: {type: service, owner: group:canary-a/team}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: b-service, namespace: canary-b, description: "%1$s"}
                spec: {type: "%1$s", lifecycle: production, owner: group:canary-a/team}
                """.formatted(secret) + "---\n" + entity("a-other", "canary-a", secret, "team", "canary-a");
    }

    /// Those of the pages that show the word to whoever may read it.
    static List<String> telling() {
        return pages().stream().filter(page -> !SILENT.contains(page)).toList();
    }

    /// Pages that show, or would show, what the word stands in.
    static List<String> pages() {
        return List.of(
                "home",
                "catalog",
                "catalog?q=kanarie",
                "catalog?namespace=canary-a",
                "catalog?namespace=canary-b&preview=component:canary-b/b-service",
                "catalog/canary-a/component/a-service",
                "catalog/canary-b/component/b-service",
                "catalog/canary-b/component/b-service/relations",
                "catalog/canary-b/component/b-service/history",
                "catalog/canary-b/component/b-service/yaml",
                "search?q=kanarie",
                "graph?root=component:canary-b/b-service",
                "graph?root=component:canary-a/a-service",
                "sources",
                "sources/canary-a",
                "sources/canary-b",
                "register",
                "register?upload=",
                "profile",
                "me/access",
                "notifications",
                "access",
                "access?role=canary-a-role",
                "access/requests",
                "access/policies",
                "missing?what=component:canary-a/a-service",
                "missing?what=component:canary-b/b-service");
    }
}
