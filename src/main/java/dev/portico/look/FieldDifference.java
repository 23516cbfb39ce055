package dev.portico.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A field in which two JSON documents differ.
///
/// @param path   the dotted path, such as `metadata.tags`
/// @param before what it said, or null where it was not there
/// @param after  what it says, or null where it is no longer there
public record FieldDifference(
        String path, @Nullable String before, @Nullable String after) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// The fields that differ, by path. Lists count as one field, with each plain value in a line of its own.
    ///
    /// @param before the older document, or null where there was none
    /// @param after  the newer one, or null where there is none any more
    public static List<FieldDifference> between(@Nullable String before, @Nullable String after) {
        Map<String, String> old = flat(before);
        Map<String, String> now = flat(after);
        TreeSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<FieldDifference> fields = new ArrayList<>();
        for (String path : paths) {
            String from = old.get(path);
            String to = now.get(path);
            if (from == null || !from.equals(to)) {
                fields.add(new FieldDifference(path, from, to));
            }
        }
        return fields;
    }

    private static Map<String, String> flat(@Nullable String json) {
        Map<String, String> flat = new TreeMap<>();
        if (json != null) {
            collect(JSON.readTree(json), "", flat);
        }
        return flat;
    }

    private static void collect(JsonNode node, String path, Map<String, String> flat) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + '.' + field.getKey(), flat));
        } else if (node.isValueNode()) {
            flat.put(path, node.asString(""));
        } else if (node.isArray() && !node.isEmpty() && node.valueStream().allMatch(JsonNode::isValueNode)) {
            flat.put(path, node.valueStream().map(value -> value.asString("")).collect(Collectors.joining("\n")));
        } else {
            flat.put(path, JSON.writeValueAsString(node));
        }
    }
}
