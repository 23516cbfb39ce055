package dev.portico.specification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The parts of an entity that `fields` keeps.
final class Fields {

    private Fields() {}

    /// The cut, from paths that may themselves be lists with commas; no path at all keeps everything.
    static UnaryOperator<JsonNode> of(List<String> fields) {
        List<String> paths = fields.stream()
                .flatMap(field -> Arrays.stream(field.split(",", -1)))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
        if (paths.stream().anyMatch(path -> path.contains("["))) {
            throw Refused.input("invalid fields, lists cannot be entered");
        }
        return paths.isEmpty() ? entity -> entity : entity -> cut(entity, paths);
    }

    private static JsonNode cut(JsonNode entity, List<String> paths) {
        ObjectNode kept = Json.object();
        for (String path : paths) {
            List<String> steps = find(entity, path);
            if (steps != null) {
                keep(kept, entity, steps);
            }
        }
        return kept;
    }

    /// The keys that lead to what a path names, some of which may hold dots; `null` if nothing is there.
    private static @Nullable List<String> find(JsonNode node, String path) {
        if (!node.isObject()) {
            return null;
        }
        if (node.has(path)) {
            return List.of(path);
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            List<String> rest = find(node.path(path.substring(0, dot)), path.substring(dot + 1));
            if (rest != null) {
                List<String> steps = new ArrayList<>(List.of(path.substring(0, dot)));
                steps.addAll(rest);
                return steps;
            }
        }
        return null;
    }

    private static void keep(ObjectNode kept, JsonNode entity, List<String> steps) {
        String step = steps.getFirst();
        JsonNode value = entity.path(step);
        if (steps.size() == 1) {
            kept.set(step, value.deepCopy());
        } else {
            ObjectNode below = kept.get(step) instanceof ObjectNode there ? there : Json.object();
            kept.set(step, below);
            keep(below, value, steps.subList(1, steps.size()));
        }
    }
}
