package dev.portico.catalog.internal.descriptor;

/// Carries characters through the YAML scanner that it would refuse: control characters, which the format's readers
/// let pass inside values, and carriage returns that end no line.
///
/// Each is swapped for a character of the last private use plane before scanning, and back in every value.
final class ControlCharacters {

    private static final int PLANE = 0x10F000;

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
            if (refused(text, at)) {
                hidden.appendCodePoint(PLANE + (c >= 0xFFFE ? c - 0xFE00 : c));
            } else {
                hidden.append(c);
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
            int original = c - PLANE;
            if (original >= 0 && original <= 0x1FF) {
                shown.append((char) (original >= 0x1FE ? original + 0xFE00 : original));
            } else {
                shown.appendCodePoint(c);
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
        boolean low = c < ' ' && c != '\n' && c != '\t';
        boolean middle = c >= 0x7F && c < 0xA0 && c != 0x85;
        return low || middle || c >= 0xFFFE;
    }
}
