package dev.portico.catalog.internal.descriptor;

import java.io.Reader;
import java.util.Objects;

/// A text read in portions of which none ends between the two halves of a character. The YAML scanner fails where
/// one does.
final class WholeCharacters extends Reader {

    private final String text;
    private int next;

    WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (next == text.length()) {
            return -1;
        }
        int end = Math.min(text.length(), next + length);
        if (end - next > 1 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        text.getChars(next, end, into, offset);
        int read = end - next;
        next = end;
        return read;
    }

    @Override
    public void close() {
        // A text holds nothing open.
    }
}
