package dev.portico.catalog.ui;

import dev.portico.look.Words;
import java.util.List;
import java.util.Map;

/// How relations are called on a screen, and in which order they come.
final class RelationWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("ownedBy", "Owned by"),
            Map.entry("ownerOf", "Owns"),
            Map.entry("partOf", "Part of"),
            Map.entry("hasPart", "Has parts"),
            Map.entry("providesApi", "Provides"),
            Map.entry("apiProvidedBy", "Provided by"),
            Map.entry("consumesApi", "Consumes"),
            Map.entry("apiConsumedBy", "Consumed by"),
            Map.entry("dependsOn", "Depends on"),
            Map.entry("dependencyOf", "Needed by"),
            Map.entry("memberOf", "Member of"),
            Map.entry("hasMember", "Has members"),
            Map.entry("parentOf", "Parent of"),
            Map.entry("childOf", "Child of"));

    private static final List<String> ORDER = List.of(
            "apiConsumedBy",
            "dependencyOf",
            "dependsOn",
            "consumesApi",
            "providesApi",
            "apiProvidedBy",
            "hasPart",
            "partOf",
            "hasMember",
            "memberOf",
            "parentOf",
            "childOf",
            "ownerOf",
            "ownedBy");

    /// The relations that lead to what needs, holds or leads to this entity: the left side of the graph.
    private static final List<String> INWARD =
            List.of("apiConsumedBy", "dependencyOf", "ownedBy", "partOf", "memberOf", "childOf", "apiProvidedBy");

    private RelationWords() {}

    static String of(String type) {
        return WORDS.getOrDefault(type, Words.capital(type));
    }

    /// Where a relation's group stands on the page.
    static int rank(String type) {
        int at = ORDER.indexOf(type);
        return at < 0 ? ORDER.size() : at;
    }

    /// Whether the other end stands before the entity.
    static boolean inward(String type) {
        return INWARD.contains(type);
    }
}
