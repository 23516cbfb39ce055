package dev.portico.catalog.internal.descriptor;

import java.util.Arrays;

/// Holds the lines that continue a quoted or bracketed value to their indentation: more than that of the block they
/// stand in. The YAML scanner does not insist on it inside quotes and brackets; the format's readers do.
final class LineIndents {

    private final String text;
    private int[] starts = new int[0];

    LineIndents(String text) {
        this.text = text;
    }

    /// The first line after `first`, up to `last`, that is indented by less than `needed`; -1 where none is.
    int shallowInQuotes(int first, int last, int needed) {
        for (int line = first + 1; line <= last; line++) {
            int from = start(line);
            int at = spaces(from);
            if (at - from < needed && !endsAt(at)) {
                return line;
            }
        }
        return -1;
    }

    /// The same inside brackets, where comments are free and the last bracket may stand one column further left.
    int shallowInBrackets(int first, int last, int needed) {
        for (int line = first + 1; line <= last; line++) {
            int from = start(line);
            int spaces = spaces(from);
            int at = spaces;
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            if (spaces - from >= needed || endsAt(at) || text.charAt(at) == '#') {
                continue;
            }
            boolean closes = line == last && (text.charAt(at) == ']' || text.charAt(at) == '}');
            if (!closes || spaces - from != needed - 1) {
                return line;
            }
        }
        return -1;
    }

    private boolean endsAt(int at) {
        return at >= text.length() || text.charAt(at) == '\n' || text.startsWith("\r\n", at);
    }

    private int spaces(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private int start(int line) {
        if (starts.length == 0) {
            index();
        }
        return line < starts.length ? starts[line] : text.length();
    }

    private void index() {
        int[] found = new int[64];
        int count = 1;
        int at = text.indexOf('\n');
        while (at >= 0) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = at + 1;
            at = text.indexOf('\n', at + 1);
        }
        starts = Arrays.copyOf(found, count);
    }
}
