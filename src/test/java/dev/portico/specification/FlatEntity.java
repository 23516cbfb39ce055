package dev.portico.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An entity and the rows that filters, facets, order and full text work on (§2.2 of the specification).
///
/// @param rows key in lower case → its values; a key that is held with nothing to compare has the one value `null`
record FlatEntity(JsonNode entity, String ref, String uid, Map<String, List<Value>> rows) {

    /// Neither indexed as they stand, nor below.
    private static final Set<String> LEFT_OUT = Set.of(
            "status",
            "attachments",
            "relations",
            "metadata.etag",
            "metadata.name",
            "metadata.namespace",
            "metadata.uid");

    /// A value as it was written, and as it is compared; both `null` for a key without a comparable value.
    record Value(@Nullable String original, @Nullable String compared) {}

    static FlatEntity of(JsonNode entity, LongValues longValues) {
        JsonNode metadata = entity.path("metadata");
        String uid = metadata.path("uid").asString("");
        FlatEntity flat = new FlatEntity(entity, Json.ref(entity), uid, new LinkedHashMap<>());
        flat.visit("", entity, longValues);
        flat.add("metadata.name", metadata.path("name").asString(""), longValues);
        flat.add("metadata.namespace", metadata.path("namespace").asString("default"), longValues);
        flat.add("metadata.uid", uid, longValues);
        for (JsonNode relation : entity.path("relations")) {
            flat.add(
                    "relations." + relation.path("type").asString(""),
                    relation.path("targetRef").asString(""),
                    longValues);
        }
        return flat;
    }

    private void visit(String path, JsonNode node, LongValues longValues) {
        if (LEFT_OUT.contains(path)) {
            return;
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
                visit(below, property.getValue(), longValues);
            }
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                visit(path, item, longValues);
                if (item.isString()) {
                    add(path + "." + item.stringValue(), "true", longValues);
                }
            }
        } else {
            add(path, node.isNull() ? null : Json.text(node), longValues);
        }
    }

    private void add(String key, @Nullable String value, LongValues longValues) {
        if (longValues.tooLong(key)) {
            return;
        }
        Value row = value == null || longValues.tooLong(value)
                ? new Value(null, null)
                : new Value(value, Json.lower(value));
        rows.computeIfAbsent(Json.lower(key), any -> new ArrayList<>()).add(row);
    }

    List<Value> at(String key) {
        return rows.getOrDefault(Json.lower(key), List.of());
    }

    boolean exists(String key) {
        return !at(key).isEmpty();
    }

    boolean has(String key, String value) {
        String wanted = Json.lower(value);
        return compared(key).stream().anyMatch(wanted::equals);
    }

    /// The values under a key that can be compared.
    List<String> compared(String key) {
        List<String> values = new ArrayList<>();
        for (Value value : at(key)) {
            String compared = value.compared();
            if (compared != null) {
                values.add(compared);
            }
        }
        return values;
    }

    /// The one value an order goes by, or `null` if there is none.
    @Nullable
    String first(String key) {
        List<String> values = compared(key);
        return values.isEmpty() ? null : values.getFirst();
    }
}
