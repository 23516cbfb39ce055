package dev.portico.catalog.internal.descriptor;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a field of a kind may hold. Shapes are built once and checked against many entities.
sealed interface Shape {

    /// A string that is not empty.
    Shape TEXT = new Text(1, Integer.MAX_VALUE);

    /// A list of such strings.
    Shape TEXTS = new ListOf(TEXT, 0);

    /// Reports where the value does not have this shape.
    void check(String field, @Nullable Object value, long place, Findings findings);

    /// A string of at least `least` characters and at most `most`.
    record Text(int least, int most) implements Shape {
        @Override
        public void check(String field, @Nullable Object value, long place, Findings findings) {
            String allowed = least > 0 ? "a string that is not empty" : "a string";
            if (!(value instanceof String text)) {
                findings.wrongType(Stage.KIND, place, field, value, allowed);
            } else if (text.length() < least) {
                String message = "The field " + field + " is empty.";
                findings.error(Stage.KIND, place, field, message, "\"\"", allowed, "Fill it, or remove it.");
            } else if (text.length() > most && text.codePointCount(0, text.length()) > most) {
                String message = "The field " + field + " is too long.";
                findings.error(
                        Stage.KIND,
                        place,
                        field,
                        message,
                        Excerpt.of(text),
                        "at most " + most + " characters",
                        "Shorten it.");
            }
        }
    }

    /// One of a few strings.
    record OneOf(Set<String> words) implements Shape {
        @Override
        public void check(String field, @Nullable Object value, long place, Findings findings) {
            if (!(value instanceof String word) || !words.contains(word)) {
                String allowed = String.join(" or ", words.stream().sorted().toList());
                findings.error(
                        Stage.KIND,
                        place,
                        field,
                        "The field " + field + " has to be " + allowed + ", but is " + Excerpt.value(value) + ".",
                        Excerpt.value(value),
                        allowed,
                        "Write " + allowed + ".");
            }
        }
    }

    /// A string or a boolean, such as a condition.
    record TextOrBoolean() implements Shape {
        @Override
        public void check(String field, @Nullable Object value, long place, Findings findings) {
            if (!(value instanceof String) && !(value instanceof Boolean)) {
                findings.wrongType(Stage.KIND, place, field, value, "a string or a boolean");
            }
        }
    }

    /// A list whose items all have one shape.
    record ListOf(Shape item, int least) implements Shape {
        @Override
        public void check(String field, @Nullable Object value, long place, Findings findings) {
            if (!(value instanceof YamlList list)) {
                String what = item instanceof Text ? "a list of strings" : "a list of objects";
                findings.wrongType(Stage.KIND, place, field, value, what);
                return;
            }
            if (list.size() < least) {
                String message = "The list " + field + " is empty.";
                findings.error(Stage.KIND, place, field, message, "[]", "at least " + least + " item", "Add an item.");
            }
            for (int at = 0; at < list.size(); at++) {
                item.check(field + "[" + at + "]", list.get(at), list.place(at), findings);
            }
        }
    }

    /// An object; fields that are not named may hold anything, or only what `others` says.
    record Fields(
            Map<String, Shape> fields,
            Set<String> required,
            @Nullable Shape others) implements Shape {

        Fields(Map<String, Shape> fields, Set<String> required) {
            this(fields, required, null);
        }

        @Override
        public void check(String field, @Nullable Object value, long place, Findings findings) {
            if (value instanceof Opaque && required.isEmpty()) {
                return;
            }
            if (!(value instanceof YamlMap map)) {
                findings.wrongType(Stage.KIND, place, field, value, "an object");
                return;
            }
            for (String name : required) {
                if (!map.has(name)) {
                    findings.missing(Stage.KIND, map.place, field + "." + name, KindCatalog.describe(fields.get(name)));
                }
            }
            for (int at = 0; at < map.size(); at++) {
                Shape shape = fields.getOrDefault(map.key(at), others);
                if (shape != null) {
                    shape.check(field + "." + map.key(at), map.value(at), map.valuePlace(at), findings);
                }
            }
        }
    }

    /// One object, or a list of them.
    record OneOrMany(Fields one) implements Shape {
        @Override
        public void check(String field, @Nullable Object value, long place, Findings findings) {
            if (value instanceof YamlList) {
                new ListOf(one, 0).check(field, value, place, findings);
            } else {
                one.check(field, value, place, findings);
            }
        }
    }
}
