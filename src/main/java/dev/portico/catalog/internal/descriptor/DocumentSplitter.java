package dev.portico.catalog.internal.descriptor;

/// Finds where the documents of a file begin and end, by its `---` and `...` lines alone.
///
/// Neither marker can be part of a value, whatever surrounds it (YAML 1.2, rule `c-forbidden`), so a broken document
/// never reaches into the next one. Costs one pass over the bytes and no memory.
final class DocumentSplitter {

    private final byte[] content;
    private final int lineLimit;
    private int position;
    private int line = 1;

    private int start;
    private int startLine;
    private int end;
    private int documents;
    private boolean directives;
    private boolean marked;
    private boolean strayEnd;
    private boolean trailing;
    private int longLine;

    DocumentSplitter(byte[] content, int lineLimit) {
        this.content = content;
        this.lineLimit = lineLimit;
    }

    /// Moves to the next document; false where there is none left.
    boolean next() {
        start = position;
        startLine = line;
        directives = false;
        marked = false;
        trailing = false;
        longLine = 0;
        boolean inside = false;
        while (position < content.length) {
            skipByteOrderMark(inside);
            int marker = marker();
            if (inside && marker == '-') {
                return found(position);
            }
            if (inside && marker == '.') {
                int before = position;
                trailing = !blank(position + 3);
                nextLine();
                return found(before);
            }
            inside = inside || begins(marker);
            nextLine();
            if (!inside && marker == '.') {
                strayEnd |= documents == 0;
                start = position;
                startLine = line;
            }
        }
        return inside && found(position);
    }

    /// The offset of the first byte of the document, directives and comments before it included.
    int start() {
        return start;
    }

    /// The offset behind its last byte.
    int end() {
        return end;
    }

    /// The line it starts at, from 1.
    int startLine() {
        return startLine;
    }

    /// Its place in the file, from 0.
    int index() {
        return documents - 1;
    }

    /// Whether directives stand before it but no `---`.
    boolean lacksMarker() {
        return directives && !marked;
    }

    /// Whether a `...` stands where no document came before; holds for the first document only.
    boolean strayEnd() {
        return strayEnd && documents == 1;
    }

    /// Whether something else follows on the line of the `...` that ends it.
    boolean trailing() {
        return trailing;
    }

    /// The first line of the document that is too long, or 0.
    int longLine() {
        return longLine;
    }

    private boolean found(int at) {
        end = at;
        documents++;
        return true;
    }

    /// Whether the line at the position, outside of a document, begins one.
    private boolean begins(int marker) {
        if (marker == '-') {
            marked = true;
            return true;
        }
        if (marker == '.') {
            return false;
        }
        if (content[position] == '%') {
            directives = true;
            return false;
        }
        return !blank(position);
    }

    private int marker() {
        int first = content[position];
        if ((first == '-' || first == '.')
                && position + 2 < content.length
                && content[position + 1] == first
                && content[position + 2] == first
                && (position + 3 == content.length || isSpace(content[position + 3]))) {
            return first;
        }
        return 0;
    }

    /// Whether nothing but space and a comment stands from the offset to the end of the line.
    private boolean blank(int from) {
        for (int at = from; at < content.length; at++) {
            byte b = content[at];
            if (b == '\n' || b == '#') {
                return true;
            }
            boolean lineEnd = b == '\r' && at + 1 < content.length && content[at + 1] == '\n';
            if (b != ' ' && b != '\t' && !lineEnd) {
                return false;
            }
        }
        return true;
    }

    private void nextLine() {
        int from = position;
        int at = from;
        while (at < content.length && content[at] != '\n') {
            at++;
        }
        if (at - from > lineLimit && longLine == 0) {
            longLine = line;
        }
        position = Math.min(at + 1, content.length);
        line++;
    }

    private void skipByteOrderMark(boolean inside) {
        if (!inside
                && position + 2 < content.length
                && content[position] == (byte) 0xEF
                && content[position + 1] == (byte) 0xBB
                && content[position + 2] == (byte) 0xBF) {
            if (start == position) {
                start += 3;
            }
            position += 3;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
