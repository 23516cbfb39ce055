package dev.portico.specification;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Invents the `spec` of a kind: what it must have, some of what it may have, and a few fields nobody knows.
final class RandomSpecs {

    private RandomSpecs() {}

    /// @param refs gives a ref to an entity of the kind that it is given
    static void fill(ObjectNode spec, String kind, Chance chance, UnaryOperator<String> refs) {
        if (List.of("Component", "API", "Resource").contains(kind)) {
            spec.put("type", chance.one("service", "website", "Library", "openapi", "data base"));
            if (!kind.equals("Resource")) {
                spec.put("lifecycle", chance.one("production", "experimental", "Deprecated"));
            }
            if (chance.of(0.6)) {
                spec.put("system", refs.apply("System"));
            }
        }
        switch (kind) {
            case "Component" -> component(spec, chance, refs);
            case "Resource" -> list(spec, "dependsOn", "Component", chance, refs);
            case "API" -> spec.put("definition", "openapi: 3.1.0\n" + "# a definition\n".repeat(chance.below(30)));
            case "System" -> spec.put("domain", refs.apply("Domain"));
            case "Group" -> group(spec, chance, refs);
            case "User" -> {
                list(spec, "memberOf", "Group", chance, refs);
                spec.withArray("memberOf");
                spec.putObject("profile").put("displayName", chance.one("Ann Ørsted", "Bo", "bo", "Çelik Ünal"));
            }
            default -> {}
        }
        if (!List.of("Group", "User").contains(kind)) {
            String owner = refs.apply(chance.one("Group", "Group", "User"));
            spec.put("owner", chance.of(0.3) ? owner.substring(owner.indexOf(':') + 1) : owner);
        }
    }

    private static void component(ObjectNode spec, Chance chance, UnaryOperator<String> refs) {
        list(spec, "providesApis", "API", chance, refs);
        list(spec, "consumesApis", "API", chance, refs);
        list(spec, "dependsOn", "Component", chance, refs);
        list(spec, "dependencyOf", "Resource", chance, refs);
        if (chance.of(0.2)) {
            spec.put("subcomponentOf", refs.apply("Component"));
        }
        if (chance.of(0.5)) {
            spec.put("replicas", chance.below(20)).put("public", chance.of(0.5));
            spec.putObject("runtime")
                    .put("Language", chance.one("java", "Java", "go"))
                    .put("version", 25);
        }
    }

    private static void group(ObjectNode spec, Chance chance, UnaryOperator<String> refs) {
        spec.put("type", chance.one("team", "Department"));
        spec.putArray("children");
        list(spec, "children", "Group", chance, refs);
        list(spec, "members", "User", chance, refs);
        if (chance.of(0.5)) {
            spec.put("parent", refs.apply("Group"));
        }
    }

    /// Sometimes a list of refs with their kind, without two that differ in case alone.
    private static void list(ObjectNode spec, String field, String kind, Chance chance, UnaryOperator<String> refs) {
        if (chance.of(0.4)) {
            ArrayNode list = spec.putArray(field);
            for (int i = chance.below(4); i > 0; i--) {
                list.add(Json.lower(refs.apply(kind)));
            }
        }
    }
}
