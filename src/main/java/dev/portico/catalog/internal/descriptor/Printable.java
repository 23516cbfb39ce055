package dev.portico.catalog.internal.descriptor;

/// Makes text safe to print on a terminal.
final class Printable {

    private Printable() {}

    /// The text with control characters replaced by spaces.
    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> printable.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return printable.toString();
    }
}
