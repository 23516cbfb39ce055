package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;

/// Writes values as compact JSON (RFC 8259). Characters beyond ASCII stay as they are.
final class JsonText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /// Writes a value as [YamlMap] describes them; maps in the order written, or by key where `sorted`.
    static void value(StringBuilder out, @Nullable Object value, boolean sorted) {
        switch (value) {
            case null -> out.append("null");
            case String text -> string(out, text);
            case Double number -> out.append(Double.isFinite(number) ? Numbers.text(number) : "null");
            case Boolean bool -> out.append(bool.booleanValue());
            case YamlMap map -> map(out, map, sorted);
            case YamlList list -> list(out, list, sorted);
            case Opaque opaque -> out.append(opaque.json());
            default -> throw new IllegalStateException("No JSON for a " + value.getClass());
        }
    }

    private static void map(StringBuilder out, YamlMap map, boolean sorted) {
        out.append('{');
        int[] order = sorted ? KeyOrder.of(map) : null;
        for (int i = 0; i < map.size(); i++) {
            int at = order == null ? i : order[i];
            if (i > 0) {
                out.append(',');
            }
            string(out, map.key(at));
            out.append(':');
            value(out, map.value(at), sorted);
        }
        out.append('}');
    }

    private static void list(StringBuilder out, YamlList list, boolean sorted) {
        out.append('[');
        for (int at = 0; at < list.size(); at++) {
            if (at > 0) {
                out.append(',');
            }
            value(out, list.get(at), sorted);
        }
        out.append(']');
    }

    static void string(StringBuilder out, String text) {
        out.append('"');
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
                continue;
            }
            out.append(text, done, at);
            escape(out, c);
            done = at + 1;
        }
        out.append(text, done, text.length()).append('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX[(c >> shift) & 15]);
                }
            }
        }
    }
}
