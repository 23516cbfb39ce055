package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;

/// Says how to turn what was written into what was meant.
final class TypeAdvice {

    private TypeAdvice() {}

    static String remedy(String field, @Nullable Object value, String allowed) {
        String name = field.substring(field.lastIndexOf('.') + 1);
        if (value == null) {
            return "Remove the empty " + name + ", or fill it with " + allowed + ".";
        }
        boolean scalar = value instanceof Double || value instanceof Boolean;
        if (allowed.startsWith("a string") || allowed.startsWith("text")) {
            if (scalar) {
                return "Put it in quotes: \"" + Excerpt.value(value) + "\".";
            }
            return value instanceof YamlList
                    ? "Write a single value instead of a list."
                    : "Write a single text; if it begins with { or [, put it in quotes.";
        }
        if (allowed.startsWith("a list")) {
            return scalar || value instanceof String
                    ? "Write it as a list: [" + Excerpt.value(value) + "]."
                    : "Write each item on its own line, beginning with \"- \".";
        }
        if (allowed.startsWith("an object")) {
            return "Write key: value pairs, indented below " + name + ".";
        }
        return "Write " + allowed + ".";
    }
}
