package dev.portico.catalog.internal;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.internal.find.EntityJson;
import dev.portico.catalog.internal.store.EntityRecord;
import dev.portico.catalog.internal.store.RelationQueries.RelationRow;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An entity as the thing that a decision is about. Its values are those that the index has of it.
///
/// @param json   its descriptor
/// @param orphan whether nothing places it any more
record EntityThing(EntityRef ref, JsonNode json, Set<RelationRow> relations, boolean orphan) implements Thing {

    private static final String RELATIONS = "relations.";
    private static final String ORPHAN = "metadata.annotations.backstage.io/orphan";

    /// An entity as its rows hold it.
    static EntityThing of(EntityRecord held, JsonNode descriptor, Set<RelationRow> relations) {
        EntitySummary summary = held.summary();
        return new EntityThing(summary.ref(), descriptor, relations, summary.orphan());
    }

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
        if (orphan && path.equals(ORPHAN)) {
            values.add("true");
        } else {
            collect(json, path, values);
        }
        return values;
    }

    /// Keys may hold dots, as those of labels do, so each field is tried as the start of what is left of the path.
    ///
    /// @param left what is left of the path; null where its end is reached
    private static void collect(JsonNode node, @Nullable String left, List<String> values) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, left, values));
        } else if (left == null) {
            if (node.isValueNode() && !node.isNull()) {
                values.add(EntityJson.text(node));
            }
        } else {
            node.properties().forEach(field -> {
                String key = field.getKey();
                if (left.equals(key)) {
                    collect(field.getValue(), null, values);
                } else if (left.startsWith(key) && left.startsWith(".", key.length())) {
                    collect(field.getValue(), left.substring(key.length() + 1), values);
                }
            });
        }
    }
}
