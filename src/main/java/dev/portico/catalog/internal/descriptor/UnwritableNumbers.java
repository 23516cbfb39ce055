package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;

/// Says where a document holds a number that JSON has no form for: `.inf`, `.nan`, or one so large that it counts as
/// infinite, such as `1e400`. They are kept as null.
final class UnwritableNumbers {

    private UnwritableNumbers() {}

    /// Reports each such number.
    ///
    /// @param json what was written of the entity, which tells quickly that there is none
    static void warn(YamlMap root, String json, Findings findings) {
        if (json.contains("null")) {
            map(root, "", findings);
        }
    }

    private static void map(YamlMap map, String path, Findings findings) {
        for (int at = 0; at < map.size(); at++) {
            String field = path.isEmpty() ? map.key(at) : path + "." + map.key(at);
            value(map.value(at), map.valuePlace(at), field, findings);
        }
    }

    private static void value(@Nullable Object value, long place, String field, Findings findings) {
        switch (value) {
            case Double number
            when !Double.isFinite(number) -> {
                String found = Numbers.text(number);
                findings.warning(
                        Stage.YAML,
                        place,
                        Excerpt.of(field),
                        "The number of " + Excerpt.of(field) + " counts as " + found
                                + ", which JSON cannot hold; it is kept as null.",
                        found,
                        "a number between -1.8e308 and 1.8e308",
                        "Write such a number, or put the text in quotes to keep it as it stands.");
            }
            case YamlMap map -> map(map, field, findings);
            case YamlList list -> {
                for (int at = 0; at < list.size(); at++) {
                    value(list.get(at), list.place(at), field + "[" + at + "]", findings);
                }
            }
            case null, default -> {}
        }
    }
}
