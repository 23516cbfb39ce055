package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;

/// Makes a string of a key that is none, so that the map can be written as JSON.
final class KeyText {

    private KeyText() {}

    /// A number as ECMAScript writes it, null as the empty string, a map or list as YAML's flow style.
    static String of(@Nullable Object key) {
        return switch (key) {
            case null -> "";
            case String text -> text;
            case Double number -> Numbers.text(number);
            case YamlMap _, YamlList _ -> flow(key);
            case Opaque opaque -> opaque.json();
            default -> key.toString();
        };
    }

    private static String flow(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        flow(out, value);
        return out.toString();
    }

    private static void flow(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case YamlMap map -> {
                String between = "{ ";
                for (int at = 0; at < map.size(); at++) {
                    out.append(between).append(map.key(at));
                    if (map.value(at) != null) {
                        out.append(": ");
                        flow(out, map.value(at));
                    }
                    between = ", ";
                }
                out.append(map.size() == 0 ? "{}" : " }");
            }
            case YamlList list -> {
                String between = "[ ";
                for (int at = 0; at < list.size(); at++) {
                    out.append(between);
                    flow(out, list.get(at));
                    between = ", ";
                }
                out.append(list.size() == 0 ? "[]" : " ]");
            }
            case null -> out.append("null");
            default -> out.append(of(value));
        }
    }
}
