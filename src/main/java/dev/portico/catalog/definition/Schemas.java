package dev.portico.catalog.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What JSON schemas describe, as fields: properties with their types, as deep as is readable. One is made for each
/// part, since it counts what it gives.
final class Schemas {

    private static final int DEEPEST = 6;
    private static final int MOST_FIELDS = 300;
    private static final int MOST_VALUES = 20;
    private static final List<String> BOUNDS = List.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "pattern",
            "default");

    private int given;

    /// What the schema consists of: its properties, those of its items, or its alternatives.
    List<Field> fields(Tree schema) {
        return fields(schema, 0, above());
    }

    /// A field of a schema.
    Field field(String name, Tree schema, boolean required) {
        return field(name, schema, required, 0, above());
    }

    /// What a schema's values are called.
    static String type(Tree schema) {
        return type(schema, 0);
    }

    /// The schemas that lead to one: told apart by themselves, since hashing a map that holds itself would not end.
    private static Set<Object> above() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private List<Field> fields(Tree schema, int depth, Set<Object> above) {
        if (depth >= DEEPEST || given >= MOST_FIELDS) {
            return List.of();
        }
        Tree tree = schema.resolved();
        Object identity = tree.value();
        if (identity == null || !above.add(identity)) {
            return List.of();
        }
        List<Field> fields = new ArrayList<>();
        if (tree.at("items").present()) {
            fields.addAll(fields(tree.at("items"), depth, above));
        }
        for (Tree all : tree.at("allOf").items()) {
            fields.addAll(fields(all, depth, above));
        }
        properties(tree, depth, above, fields);
        for (String either : List.of("oneOf", "anyOf")) {
            for (Tree alternative : tree.at(either).items()) {
                fields.add(field("", alternative, false, depth + 1, above));
            }
        }
        Tree rest = tree.at("additionalProperties");
        if (!rest.entries().isEmpty()) {
            fields.add(field("(any name)", rest, false, depth + 1, above));
        }
        above.remove(identity);
        return fields;
    }

    private void properties(Tree tree, int depth, Set<Object> above, List<Field> fields) {
        Set<String> required =
                tree.at("required").items().stream().map(Tree::text).collect(Collectors.toSet());
        for (Map.Entry<String, Tree> property : tree.at("properties").entries().entrySet()) {
            if (given >= MOST_FIELDS) {
                fields.add(
                        Field.plain("…", "", false, "Further fields are left out here; the raw definition has them."));
                return;
            }
            String name = property.getKey();
            fields.add(field(name, property.getValue(), required.contains(name), depth + 1, above));
        }
    }

    private Field field(String name, Tree schema, boolean required, int depth, Set<Object> above) {
        given++;
        return new Field(name, type(schema), required, note(schema), fields(schema, depth, above));
    }

    private static String type(Tree schema, int depth) {
        if (!schema.reference().isEmpty()) {
            return schema.unresolved() ? schema.reference() + " (not read)" : schema.referenceName();
        }
        if (depth > DEEPEST) {
            return "…";
        }
        for (String either : List.of("oneOf", "anyOf")) {
            List<Tree> alternatives = schema.at(either).items();
            if (!alternatives.isEmpty()) {
                return alternatives.stream()
                        .limit(MOST_VALUES)
                        .map(alternative -> type(alternative, depth + 1))
                        .distinct()
                        .collect(Collectors.joining(" or "));
            }
        }
        List<Tree> all = schema.at("allOf").items();
        if (!all.isEmpty() && !schema.has("type")) {
            return all.stream()
                    .limit(MOST_VALUES)
                    .map(part -> type(part, depth + 1))
                    .filter(type -> !type.equals("any") && !type.equals("object"))
                    .distinct()
                    .collect(Collectors.collectingAndThen(
                            Collectors.joining(" with "), joined -> joined.isEmpty() ? "object" : joined));
        }
        return plain(schema, depth);
    }

    private static String plain(Tree schema, int depth) {
        Set<String> types = new LinkedHashSet<>();
        schema.at("type").items().forEach(type -> types.add(type.text()));
        if (types.isEmpty() && !schema.text("type").isEmpty()) {
            types.add(schema.text("type"));
        }
        if (types.isEmpty()) {
            types.add(schema.has("properties") ? "object" : schema.has("items") ? "array" : "any");
        }
        if (schema.flag("nullable")) {
            types.add("null");
        }
        String format = schema.text("format");
        return types.stream()
                .map(type -> type.equals("array") ? type(schema.at("items"), depth + 1) + "[]" : type)
                .collect(Collectors.joining(" or ", "", format.isEmpty() ? "" : " (" + format + ")"));
    }

    /// What is said about a schema, with what its values are bound to.
    static String note(Tree schema) {
        Tree tree = schema.resolved();
        List<String> notes = new ArrayList<>();
        String said = schema.text("description");
        notes.add(said.isEmpty() ? tree.text("description") : said);
        if (tree.flag("deprecated")) {
            notes.add("Deprecated.");
        }
        List<Tree> values = tree.at("enum").items();
        if (!values.isEmpty()) {
            notes.add(values.stream()
                    .limit(MOST_VALUES)
                    .map(Tree::text)
                    .collect(Collectors.joining(", ", "One of: ", values.size() > MOST_VALUES ? ", …" : "")));
        }
        for (String bound : BOUNDS) {
            if (!tree.text(bound).isEmpty()) {
                notes.add(bound + ": " + tree.text(bound));
            }
        }
        if (tree.flag("readOnly")) {
            notes.add("Only in answers.");
        }
        if (tree.flag("writeOnly")) {
            notes.add("Only in requests.");
        }
        if (!tree.text("example").isEmpty()) {
            notes.add("For example: " + tree.text("example"));
        }
        return notes.stream().map(String::strip).filter(note -> !note.isEmpty()).collect(Collectors.joining("\n"));
    }
}
