package dev.portico.catalog.definition;

import dev.portico.kernel.Refusal;

/// The words of a Protocol Buffers text, one after the other, with the remarks before them.
final class ProtoWords {

    private static final String SIGNS = "{}()[]<>=;,";
    private static final String END = "";

    private final String text;
    private final StringBuilder remark = new StringBuilder();
    private int at;
    private String word = END;
    private boolean read;
    private int previousEnd;

    ProtoWords(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return look().equals(END);
    }

    /// The remark that stands right before the next word.
    String remark() {
        look();
        return remark.toString().strip();
    }

    /// The remark that stands behind what was read last, on its line; it then belongs to that, not to what follows.
    String trailingRemark() {
        int line = text.indexOf('\n', previousEnd);
        String rest =
                text.substring(previousEnd, line < 0 ? text.length() : line).strip();
        if (!rest.startsWith("//")) {
            return "";
        }
        at = line < 0 ? text.length() : line;
        read = false;
        return rest.substring(2).strip();
    }

    boolean peek(String expected) {
        return look().equals(expected);
    }

    boolean accept(String expected) {
        if (!peek(expected)) {
            return false;
        }
        next();
        return true;
    }

    void expect(String expected) {
        String found = look();
        if (!found.equals(expected)) {
            throw fault("Expected \"" + expected + "\" in place of \"" + found + "\"");
        }
        next();
    }

    String next() {
        String found = look();
        if (found.equals(END)) {
            throw fault("The text ends in the middle of a definition");
        }
        read = false;
        previousEnd = at;
        return found;
    }

    /// A word in quotes, without them.
    String string() {
        String quoted = next();
        return quoted.length() > 1 ? quoted.substring(1, quoted.length() - 1) : quoted;
    }

    /// Passes what is left up to the semicolon, with the blocks in it.
    void skipStatement() {
        while (!accept(";")) {
            if (peek("{")) {
                skipBlock();
            } else if (peek("}")) {
                return;
            } else {
                next();
            }
        }
    }

    /// Passes a block in braces.
    void skipBlock() {
        expect("{");
        int open = 1;
        while (open > 0) {
            String found = next();
            open += found.equals("{") ? 1 : found.equals("}") ? -1 : 0;
        }
    }

    Refusal.InvalidInput fault(String what) {
        int line = 1;
        for (int place = 0; place < Math.min(at, text.length()); place++) {
            line += text.charAt(place) == '\n' ? 1 : 0;
        }
        return new Refusal.InvalidInput("definition-syntax", "Line " + line + ": " + what + ".");
    }

    private String look() {
        if (!read) {
            skipBlanks();
            word = scan();
            read = true;
        }
        return word;
    }

    private String scan() {
        if (at >= text.length()) {
            return END;
        }
        int from = at;
        char first = text.charAt(at++);
        if (first == '"' || first == '\'') {
            while (at < text.length() && text.charAt(at) != first) {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(at + 1, text.length());
        } else if (SIGNS.indexOf(first) < 0) {
            while (at < text.length() && partOfWord(at)) {
                at++;
            }
        }
        return text.substring(from, at);
    }

    private boolean partOfWord(int place) {
        char character = text.charAt(place);
        return !Character.isWhitespace(character)
                && SIGNS.indexOf(character) < 0
                && character != '"'
                && character != '\''
                && !text.startsWith("//", place)
                && !text.startsWith("/*", place);
    }

    /// A remark counts for what follows it at once; an empty line parts them.
    private void skipBlanks() {
        remark.setLength(0);
        int lines = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                lines += text.charAt(at) == '\n' ? 1 : 0;
                if (lines > 1) {
                    remark.setLength(0);
                }
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                int until = end < 0 ? text.length() : end;
                say(text.substring(at, until));
                at = until;
                lines = 0;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                int until = end < 0 ? text.length() : end;
                text.substring(at + 2, until).lines().forEach(this::say);
                at = Math.min(until + 2, text.length());
                lines = 0;
            } else {
                return;
            }
        }
    }

    private void say(String line) {
        int from = 0;
        while (from < line.length() && "/* \t".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        remark.append(line.substring(from).strip()).append('\n');
    }
}
