package dev.portico.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What can be asked of a list of entities, so that random requests hit something: all keys with their values, which
/// keys are lists, which have one value at most, and the paths for `fields`.
///
/// @param values key in lower case → its values as written, without those that cannot be compared
record Vocabulary(
        List<FlatEntity> entities,
        Map<String, List<String>> values,
        List<String> keys,
        List<String> single,
        List<String> lists,
        List<String> paths) {

    static Vocabulary of(List<FlatEntity> entities) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        Set<String> several = new LinkedHashSet<>();
        Set<String> lists = new LinkedHashSet<>();
        Set<String> paths = new LinkedHashSet<>();
        for (FlatEntity entity : entities) {
            visit("", entity.entity(), lists, paths);
            entity.rows().forEach((key, rows) -> {
                Set<String> known = values.computeIfAbsent(key, any -> new LinkedHashSet<>());
                rows.stream()
                        .map(FlatEntity.Value::original)
                        .filter(Objects::nonNull)
                        .forEach(known::add);
                if (rows.size() > 1) {
                    several.add(key);
                }
            });
        }
        List<String> keys =
                values.keySet().stream().filter(Vocabulary::speakable).toList();
        lists.forEach(list -> several.add(Json.lower(list)));
        Map<String, List<String>> listed = new LinkedHashMap<>();
        values.forEach((key, known) -> listed.put(key, new ArrayList<>(known)));
        return new Vocabulary(
                entities,
                listed,
                keys,
                keys.stream().filter(key -> !several.contains(key)).toList(),
                lists.stream()
                        .filter(list -> values.containsKey(Json.lower(list)))
                        .toList(),
                paths.stream()
                        .filter(path -> speakable(path) && !path.contains("["))
                        .toList());
    }

    private static void visit(String path, JsonNode node, Set<String> lists, Set<String> paths) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            paths.add(below);
            if (property.getValue().isArray()) {
                lists.add(below);
            } else if (property.getValue().isObject()) {
                visit(below, property.getValue(), lists, paths);
            }
        }
    }

    /// Whether a key can stand in a filter and in a list with commas.
    private static boolean speakable(String key) {
        return Stream.of(",", "=").noneMatch(key::contains)
                && key.equals(key.strip())
                && !key.isEmpty()
                && !key.startsWith("$");
    }

    /// A value of the key that a filter can name; something else where it has none.
    String value(String key, Chance chance) {
        List<String> known = values.getOrDefault(Json.lower(key), List.of());
        if (known.isEmpty()) {
            return "null";
        }
        return chance.of(0.1) ? "no-such-value" : chance.otherCase(chance.one(known));
    }

    /// A key of the entity, so that several of them are likely to hold together.
    String key(FlatEntity entity, Chance chance) {
        List<String> own =
                entity.rows().keySet().stream().filter(Vocabulary::speakable).toList();
        return chance.of(0.03) ? "metadata.absent" : chance.one(own);
    }
}
