package dev.portico.catalog.internal;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.internal.store.RelationQueries.RelationRow;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// An entity as the thing that a decision is about.
record EntityThing(EntityRef ref, JsonNode json, Set<RelationRow> relations) implements Thing {

    private static final String RELATIONS = "relations.";

    @Override
    public String type() {
        return CatalogPermissions.ENTITY;
    }

    @Override
    public String id() {
        return ref.toString();
    }

    @Override
    public Collection<String> values(String path) {
        if (path.startsWith(RELATIONS)) {
            String type = path.substring(RELATIONS.length());
            return relations.stream()
                    .filter(relation -> relation.type().equals(type))
                    .map(RelationRow::target)
                    .toList();
        }
        List<String> values = new ArrayList<>();
        collect(json, path, values);
        return values;
    }

    /// Keys may hold dots, as those of labels do, so each field is tried as the start of what is left of the path.
    private static void collect(JsonNode node, String path, List<String> values) {
        if (path.isEmpty()) {
            if (node.isArray()) {
                node.forEach(item -> collect(item, "", values));
            } else if (node.isValueNode() && !node.isNull()) {
                values.add(node.asString());
            }
            return;
        }
        node.properties().forEach(field -> {
            String key = field.getKey();
            if (path.equals(key)) {
                collect(field.getValue(), "", values);
            } else if (path.startsWith(key + ".")) {
                collect(field.getValue(), path.substring(key.length() + 1), values);
            }
        });
    }
}
