package dev.portico.catalog.internal.descriptor;

/// Carries characters through the YAML scanner that it would refuse, drop or take for line ends: control characters,
/// byte order marks and Unicode's own separators, which the format's readers let pass inside values; and carriage
/// returns that end no line.
///
/// Each is swapped for a character of the last private use plane before scanning, and back in every value.
final class ControlCharacters {

    private static final int PLANE = 0x10F000;
    private static final int OTHERS = PLANE + 0x100;
    private static final String OTHER = "\u2028\u2029\uFEFF\uFFFE\uFFFF";

    private ControlCharacters() {}

    /// Whether the text holds such characters.
    static boolean in(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (refused(text, at)) {
                return true;
            }
        }
        return false;
    }

    /// The text with such characters swapped.
    static String hide(String text) {
        StringBuilder hidden = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!refused(text, at)) {
                hidden.append(c);
            } else {
                hidden.appendCodePoint(c < 0x100 ? PLANE + c : OTHERS + OTHER.indexOf(c));
            }
        }
        return hidden.toString();
    }

    /// Swaps back.
    static String show(String hidden) {
        if (hidden.indexOf('\uDBFC') < 0) {
            return hidden;
        }
        StringBuilder shown = new StringBuilder(hidden.length());
        hidden.codePoints().forEach(c -> {
            if (c >= OTHERS && c < OTHERS + OTHER.length()) {
                shown.append(OTHER.charAt(c - OTHERS));
            } else {
                shown.appendCodePoint(c >= PLANE && c < OTHERS ? c - PLANE : c);
            }
        });
        return shown.toString();
    }

    private static boolean refused(String text, int at) {
        char c = text.charAt(at);
        if (c >= ' ' && c < 0x7F) {
            return false;
        }
        if (c == '\r') {
            return at + 1 == text.length() || text.charAt(at + 1) != '\n';
        }
        if (c < 0xA0) {
            return c != '\n' && c != '\t';
        }
        return c >= 0x2028 && OTHER.indexOf(c) >= 0;
    }
}
