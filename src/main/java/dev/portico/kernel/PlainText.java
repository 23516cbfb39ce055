package dev.portico.kernel;

/// Texts that people type and others read, without characters that show nothing and change how the rest is shown:
/// control characters, ends of lines where one line is wanted, and the marks that turn the direction of writing.
public final class PlainText {

    private PlainText() {}

    /// One line, such as a name or a title, without space around it.
    public static String line(String text) {
        return kept(text, false);
    }

    /// A text of several lines, such as a note or a description, without space around it.
    public static String lines(String text) {
        return kept(text.replace("\r\n", "\n"), true);
    }

    private static String kept(String text, boolean lines) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (lines && (character == '\n' || character == '\t')) {
                kept.appendCodePoint(character);
            } else if (isBreak(character)) {
                kept.append(' ');
            } else if (!Character.isISOControl(character) && !turnsDirection(character)) {
                kept.appendCodePoint(character);
            }
        });
        return kept.toString().strip();
    }

    private static boolean isBreak(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\t'
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }

    /// Source: Unicode Standard Annex 9, section 2, explicit directional formatting characters.
    private static boolean turnsDirection(int character) {
        return character == 0x61C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
