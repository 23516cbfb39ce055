package dev.portico.catalog.internal.links;

import dev.portico.kernel.EntityRef;
import java.util.Map;

/// Relations in words, and the fields that state them.
final class LinkWords {

    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("ownedBy", "is owned by"),
            Map.entry("partOf", "is part of"),
            Map.entry("providesApi", "provides"),
            Map.entry("consumesApi", "consumes"),
            Map.entry("dependsOn", "depends on"),
            Map.entry("dependencyOf", "is a dependency of"),
            Map.entry("childOf", "is a child of"),
            Map.entry("parentOf", "is the parent of"),
            Map.entry("memberOf", "is a member of"),
            Map.entry("hasMember", "has as a member"));

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("ownedBy", "spec.owner"),
            Map.entry("providesApi", "spec.providesApis"),
            Map.entry("consumesApi", "spec.consumesApis"),
            Map.entry("dependsOn", "spec.dependsOn"),
            Map.entry("dependencyOf", "spec.dependencyOf"),
            Map.entry("childOf", "spec.parent"),
            Map.entry("parentOf", "spec.children"),
            Map.entry("memberOf", "spec.memberOf"),
            Map.entry("hasMember", "spec.members"));

    private LinkWords() {}

    /// Another end, with its kind where that differs.
    static String named(EntityRef ref, EntityRef self) {
        return ref.kind().equals(self.kind()) ? ref.shortName() : ref.kind() + ':' + ref.shortName();
    }

    /// What stands between the two ends, such as `is owned by`.
    static String verb(String type) {
        return VERBS.getOrDefault(type, type);
    }

    /// The field in which an entity states a relation to another.
    static String field(String type, EntityRef self, String other) {
        if (!type.equals("partOf")) {
            return FIELDS.getOrDefault(type, "spec");
        }
        return switch (self.kind()) {
            case "domain" -> "spec.subdomainOf";
            case "system" -> "spec.domain";
            default -> other.startsWith("component:") ? "spec.subcomponentOf" : "spec.system";
        };
    }
}
