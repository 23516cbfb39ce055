package dev.portico;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// What is asked over HTTP by somebody who looks for the word of another space.
///
/// @param token  a token of the other space
/// @param policy the number of the policy in force
record CanaryCalls(List<RequestMappingInfoHandlerMapping> mappings, UUID token, int policy) {

    private static final String A = "canary-a";
    private static final String B = "canary-b";
    private static final String FACETS = "&facet=metadata.name&facet=spec.type&facet=metadata.tags"
            + "&facet=relations.ownedBy&facet=spec.lifecycle";
    private static final String SERVICE = "component:canary-a/a-service";

    /// What is asked beside the path alone, by the path's own parameters: any other is refused.
    private static final Map<String, List<String>> ASKED = Map.ofEntries(
            Map.entry("/api/portico/search", List.of("?text=" + Canary.WORD + FACETS, "?type=catalog-entity" + FACETS)),
            Map.entry(
                    "/api/portico/search/reasons",
                    List.of("?text=" + Canary.WORD + "&type=catalog-entity&id=" + SERVICE)),
            Map.entry("/api/portico/suggestions", List.of("?typed=" + Canary.WORD, "?typed=a-serv")),
            Map.entry("/api/portico/entities", List.of("?text=" + Canary.WORD, "?namespace=canary-a&limit=1000")),
            Map.entry("/api/portico/catalog/trace", List.of("?what=" + SERVICE, "?what=" + Canary.WORD)),
            Map.entry("/api/portico/audit", List.of("?limit=500")),
            Map.entry("/api/portico/audit/export", List.of("?format=jsonl", "?format=csv")),
            Map.entry("/api/portico/access/spaces", List.of("?own=true")),
            Map.entry("/api/portico/access/policies/{number}/difference", List.of("?from=1")),
            Map.entry("/api/portico/access/policies/{number}/effect", List.of("?from=1")),
            Map.entry("/api/portico/access/requests", List.of("", "?mine=true", "?state=WAITING", "?who=canary")),
            Map.entry("/api/catalog/entity-facets", List.of("?facet=metadata.name" + FACETS)),
            Map.entry("/api/search/query", List.of("?term=" + Canary.WORD, "?term=a-service")));

    /// Every route that the running portal has, with things of the other space in the place of its variables.
    Set<String> routes() {
        Set<String> paths = new TreeSet<>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/") || pattern.startsWith("/actuator"))
                .forEach(pattern -> {
                    for (String query : ASKED.getOrDefault(pattern, List.of(""))) {
                        paths.add(filled(pattern, A, "a-service") + query);
                        paths.add(filled(pattern, B, "b-service") + query);
                    }
                    paths.add(filled(pattern, A, "a-service"));
                });
        paths.add("/api/portico/tokens?all=true");
        paths.add("/api/catalog/entities?filter=metadata.namespace=canary-a");
        paths.add("/api/catalog/entities?filter=relations.dependsOn=component:canary-b/b-service");
        paths.add("/api/catalog/entities/by-query?fullTextFilterTerm=" + Canary.WORD);
        return paths;
    }

    private String filled(String pattern, String place, String entity) {
        boolean things = pattern.contains("{kind}");
        Map<String, String> values = new HashMap<>(Map.of(
                "kind",
                "component",
                "namespace",
                place,
                "name",
                things ? entity : place,
                "id",
                token.toString(),
                "number",
                Integer.toString(policy),
                "role",
                "canary-a-role"));
        StringBuilder filled = new StringBuilder();
        String left = pattern.replace("/**", "/x");
        while (left.contains("{")) {
            int open = left.indexOf('{');
            int close = left.indexOf('}', open);
            filled.append(left, 0, open).append(values.getOrDefault(left.substring(open + 1, close), "x"));
            left = left.substring(close + 1);
        }
        return filled.append(left).toString();
    }

    /// What is asked with a body.
    List<Question> questions() {
        String refs = "{\"entityRefs\": [\"component:canary-a/a-service\", \"component:canary-b/b-service\","
                + " \"group:canary-a/team\"]}";
        String thing = "\"thing\": \"" + SERVICE + "\"";
        String about = "{\"permission\": \"catalog.entity.read\", " + thing + "}";
        String policies = "/api/portico/access/policies";
        String inForce = policies + "/" + policy;
        return List.of(
                new Question("POST", "/api/catalog/entities/by-refs", refs),
                new Question("POST", "/api/catalog/entities/by-query", "{}"),
                new Question("POST", "/api/catalog/locations/by-query", "{}"),
                new Question("POST", "/api/portico/access/decisions", about),
                new Question(
                        "POST", "/api/portico/access/simulator/reach", "{\"permission\": \"catalog.entity.read\"}"),
                new Question("POST", "/api/portico/access/simulator/holders", about),
                new Question(
                        "POST", "/api/portico/access/simulator/holders", "{\"permission\": \"catalog.entity.read\"}"),
                new Question("POST", inForce + "/replay", ""),
                new Question("POST", policies + "/1/replay", ""),
                new Question("PUT", inForce + "/yaml?version=1", "roles: []"),
                new Question(
                        "POST",
                        inForce + "/rbac?version=1",
                        "{\"csv\": \"g, group:canary-a/team, role:default/canary-a-role\", \"conditions\": \"\"}"),
                new Question(
                        "POST",
                        "/api/portico/access/requests",
                        "{\"permission\": \"catalog.entity.delete\", " + thing + ", \"reason\": \"For the test\"}"),
                new Question("POST", "/api/portico/tokens/" + token + "/rotation", "{}"),
                new Question("POST", policies, "{\"note\": \"A draft\"}"),
                new Question(
                        "POST",
                        "/api/portico/sources/preview",
                        "{\"name\": \"canary-a\", \"type\": \"url\", \"target\": \"http://localhost:1/a\","
                                + " \"space\": \"canary-b\"}"));
    }

    /// One of them.
    record Question(String method, String path, String body) {}
}
