package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;

/// Rewrites the few things that the YAML scanner refuses though the format's readers do not: a tab between a key and
/// its value or on a blank line, a block scalar that holds nothing, and dots and slashes in the name of an anchor.
///
/// Nothing moves by it: lines and columns stay what they were.
final class Mending {

    private Mending() {}

    /// How often a text of this length may be mended and read again; long ones rarely, so that time stays bounded.
    static int tries(int length) {
        return Math.min(200, 3 + (4 << 20) / length);
    }

    /// The text without what was refused, or null where that cannot be mended.
    ///
    /// @param line   the line the scanner stopped at, from 0
    /// @param column the column, from 0
    static @Nullable String mend(String text, String problem, int line, int column, boolean inBrackets) {
        if (problem.contains("that cannot start any token")) {
            return tab(text, line, column, inBrackets);
        }
        if (problem.startsWith("unexpected character found")) {
            return anchor(text, line, column);
        }
        return problem.contains("leading empty lines contain more spaces") ? blank(text, line) : null;
    }

    /// Swaps a character that the scanner does not take in the name of an anchor.
    private static @Nullable String anchor(String text, int line, int column) {
        int at = offset(text, line, column);
        boolean name = at < text.length() && " ,[]{}\n\r\t".indexOf(text.charAt(at)) < 0;
        return name ? text.substring(0, at) + "_" + text.substring(at + 1) : null;
    }

    private static int offset(String text, int line, int column) {
        int lineStart = lineStart(text, line);
        return text.offsetByCodePoints(lineStart, Math.min(column, text.codePointCount(lineStart, text.length())));
    }

    private static @Nullable String tab(String text, int line, int column, boolean inBrackets) {
        int lineStart = lineStart(text, line);
        int at = offset(text, line, column);
        int from = at;
        while (from > lineStart && isSpace(text.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < text.length() && isSpace(text.charAt(to))) {
            to++;
        }
        if (text.substring(from, to).indexOf('\t') < 0 || !mayStand(text, lineStart, from, to, inBrackets)) {
            return null;
        }
        return text.substring(0, from) + " ".repeat(to - from) + text.substring(to);
    }

    /// Whether tabs may stand between the two offsets: on a line of their own, or between a key and its value, but not
    /// as indentation and not before a block.
    private static boolean mayStand(String text, int lineStart, int from, int to, boolean inBrackets) {
        if (inBrackets) {
            return true;
        }
        if (from == lineStart) {
            return text.startsWith("#", to) || text.startsWith("\n", to) || text.startsWith("\r\n", to);
        }
        char before = text.charAt(from - 1);
        if (before != '-' && before != '?') {
            return true;
        }
        int end = text.indexOf('\n', to);
        String rest = text.substring(to, end < 0 ? text.length() : end).stripTrailing();
        return !rest.contains(": ") && !rest.endsWith(":") && !rest.startsWith("- ") && !rest.equals("-");
    }

    /// Writes the block scalar above the given line as an empty text, where it holds nothing but blank lines.
    private static @Nullable String blank(String text, int line) {
        int next = lineStart(text, line);
        int first = next;
        while (first > 0) {
            int above = text.lastIndexOf('\n', first - 2) + 1;
            String header = text.substring(above, first);
            if (!header.isBlank()) {
                boolean holdsNext = next < text.length() && indent(text, next) > block(text, above);
                int indicator = holdsNext ? -1 : indicator(header);
                return indicator < 0 ? null : emptied(text, above + indicator, first, next);
            }
            first = above;
        }
        return null;
    }

    /// Where the `|` or `>` stands that a line ends in; -1 where it ends in none.
    private static int indicator(String header) {
        int comment = header.indexOf(" #");
        String plain = (comment < 0 ? header : header.substring(0, comment)).stripTrailing();
        int at = plain.length();
        while (at > 0 && "+-123456789".indexOf(plain.charAt(at - 1)) >= 0) {
            at--;
        }
        return at > 0 && (plain.charAt(at - 1) == '|' || plain.charAt(at - 1) == '>') ? at - 1 : -1;
    }

    private static String emptied(String text, int indicator, int from, int to) {
        int breaks =
                (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
        return text.substring(0, indicator) + "\"\"\n" + "\n".repeat(breaks) + text.substring(to);
    }

    /// The column of the key on a line, dashes before it skipped.
    private static int block(String text, int lineStart) {
        int at = lineStart + indent(text, lineStart);
        while (text.startsWith("- ", at)) {
            at += 2;
            while (text.startsWith(" ", at)) {
                at++;
            }
        }
        return at - lineStart;
    }

    private static int indent(String text, int lineStart) {
        int at = lineStart;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at - lineStart;
    }

    private static int lineStart(String text, int line) {
        int at = 0;
        for (int i = 0; i < line; i++) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                return text.length();
            }
            at = end + 1;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
