package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;

/// Says where a text holds what no database and no page can show: half a character, or a NUL. Both are escaped on their
/// way in, `\\ud800` and `\\0`, and are kept in the entity's JSON alone.
final class HalfCharacters {

    private HalfCharacters() {}

    /// Reports the first such text.
    ///
    /// @param json what was written of the entity, which tells quickly that there is none
    static void warn(YamlMap root, String json, Findings findings) {
        if (json.contains("\\ud") || json.contains("\\u0000")) {
            map(root, "", findings);
        }
    }

    private static boolean map(YamlMap map, String path, Findings findings) {
        for (int at = 0; at < map.size(); at++) {
            String field = path.isEmpty() ? map.key(at) : path + "." + map.key(at);
            if (value(map.value(at), map.valuePlace(at), field, findings)) {
                return true;
            }
        }
        return false;
    }

    private static boolean value(@Nullable Object value, long place, String field, Findings findings) {
        return switch (value) {
            case String text
            when odd(text) -> {
                findings.warning(
                        Stage.YAML,
                        place,
                        Excerpt.of(field),
                        "The text of " + Excerpt.of(field)
                                + " holds half a character or a NUL, which lists and searches cannot show.",
                        Excerpt.of(text),
                        "whole characters",
                        "Write the character itself instead of its escape.");
                yield true;
            }
            case YamlMap map -> map(map, field, findings);
            case YamlList list -> {
                boolean found = false;
                for (int at = 0; at < list.size() && !found; at++) {
                    found = value(list.get(at), list.place(at), field + "[" + at + "]", findings);
                }
                yield found;
            }
            case null, default -> false;
        };
    }

    private static boolean odd(String text) {
        return text.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
