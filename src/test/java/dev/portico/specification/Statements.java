package dev.portico.specification;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which end states a relation, and who may know of it: whoever may read an end that states it.
public final class Statements {

    private Statements() {}

    /// The entity as somebody is told of it.
    ///
    /// @param entity  as it is served to those who may read everything
    /// @param visible refs of the entities that may be read
    public static JsonNode seen(JsonNode entity, Set<String> visible) {
        ArrayNode left = Json.array();
        for (JsonNode relation : entity.path("relations")) {
            String type = relation.path("type").asString("");
            String target = relation.path("targetRef").asString("");
            if (visible.contains(target) || states(entity, type, target)) {
                left.add(relation);
            }
        }
        ObjectNode seen = (ObjectNode) entity.deepCopy();
        if (seen.has("relations")) {
            seen.set("relations", left);
        }
        return seen;
    }

    private static boolean states(JsonNode entity, String type, String target) {
        return Stitched.relations(List.of(entity))
                .getOrDefault(Json.ref(entity), Set.of())
                .contains(type + ' ' + target);
    }
}
