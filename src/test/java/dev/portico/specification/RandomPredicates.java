package dev.portico.specification;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Invents predicates of the language of `query`, about keys and values that occur.
record RandomPredicates(Vocabulary vocabulary, Chance chance) {

    /// @param depth how deep `$all`, `$any` and `$not` may be nested
    ObjectNode predicate(int depth) {
        if (depth == 0 || chance.of(0.3)) {
            return fields();
        }
        ObjectNode predicate = Json.object();
        if (chance.of(0.25)) {
            predicate.set("$not", predicate(depth - 1));
            return predicate;
        }
        ArrayNode parts = predicate.putArray(chance.one("$all", "$any"));
        for (int i = chance.below(10) == 0 ? 0 : 1 + chance.below(3); i > 0; i--) {
            parts.add(predicate(depth - 1));
        }
        return predicate;
    }

    private ObjectNode fields() {
        ObjectNode fields = Json.object();
        FlatEntity entity = chance.one(vocabulary.entities());
        for (int i = 1 + chance.below(2); i > 0; i--) {
            if (chance.of(0.15) && !vocabulary.lists().isEmpty()) {
                contains(fields);
            } else {
                String key = vocabulary.key(entity, chance);
                fields.set(chance.otherCase(key), test(key, entity));
            }
        }
        return fields;
    }

    private JsonNode test(String key, FlatEntity entity) {
        return switch (chance.below(6)) {
            case 0 -> Json.object().put("$exists", chance.of(0.6));
            case 1 -> {
                ObjectNode in = Json.object();
                ArrayNode values = in.putArray("$in");
                for (int i = chance.below(4); i > 0; i--) {
                    values.add(primitive(vocabulary.value(key, chance)));
                }
                yield in;
            }
            case 2 -> {
                String value = vocabulary.value(key, chance);
                int end =
                        value.offsetByCodePoints(0, Math.min(value.codePointCount(0, value.length()), chance.below(8)));
                yield Json.object().put("$hasPrefix", value.substring(0, end));
            }
            default -> {
                String own = entity.first(key);
                yield primitive(own == null || chance.of(0.3) ? vocabulary.value(key, chance) : own);
            }
        };
    }

    private void contains(ObjectNode fields) {
        String list = chance.one(vocabulary.lists());
        if (!list.equals("relations")) {
            ObjectNode test = Json.object();
            test.set("$contains", primitive(vocabulary.value(list, chance)));
            fields.set(list, test);
            return;
        }
        List<String> types = vocabulary.keys().stream()
                .filter(key -> key.startsWith("relations."))
                .toList();
        String key = types.isEmpty() ? "relations.ownedby" : chance.one(types);
        ObjectNode relation = fields.putObject(list).putObject("$contains").put("type", key.substring(10));
        if (chance.of(0.4)) {
            relation.put("targetRef", vocabulary.value(key, chance));
        } else if (chance.of(0.5)) {
            relation.putObject("targetRef")
                    .putArray("$in")
                    .add(vocabulary.value(key, chance))
                    .add(vocabulary.value(key, chance));
        }
    }

    /// The text as a JSON value: a number or a boolean where it reads like one, sometimes.
    private JsonNode primitive(String text) {
        boolean bare = chance.of(0.7) && text.matches("true|false|-?[1-9][0-9]{0,8}");
        return bare ? Json.parse(text) : Json.parse(quoted(text));
    }

    private static String quoted(String text) {
        return Json.array().add(text).get(0).toString();
    }
}
