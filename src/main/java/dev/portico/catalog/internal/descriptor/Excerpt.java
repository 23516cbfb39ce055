package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;

/// Shortens what was found, so that a problem fits on a line whatever the input.
final class Excerpt {

    private static final int LENGTH = 80;

    private Excerpt() {}

    /// At most 80 characters of the text, control characters made visible.
    static String of(String text) {
        StringBuilder excerpt = new StringBuilder();
        int at = 0;
        while (at < text.length() && excerpt.length() < LENGTH) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c < ' ' || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE) {
                excerpt.append(c == '\n' ? "\\n" : String.format("\\u%04x", c));
            } else {
                excerpt.appendCodePoint(c);
            }
        }
        return at < text.length() ? excerpt.append('…').toString() : excerpt.toString();
    }

    /// Names a value: the text of a scalar, the type of anything else.
    static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> of(text);
            case Double number -> Numbers.text(number);
            case YamlMap _ -> "an object";
            case YamlList _ -> "a list";
            case Opaque _ -> "a tagged value";
            default -> value.toString();
        };
    }
}
