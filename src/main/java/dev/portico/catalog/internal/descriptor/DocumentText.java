package dev.portico.catalog.internal.descriptor;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// The text of one document, decoded from UTF-8. Bytes that are none become U+FFFD, as in every browser.
///
/// @param text    the text, ending in a line break
/// @param invalid how many characters stand before the first byte that is no UTF-8; -1 where all are
record DocumentText(String text, int invalid) {

    static DocumentText decode(byte[] content, int start, int end) {
        String text = new String(content, start, end - start, StandardCharsets.UTF_8);
        int invalid = text.indexOf('\uFFFD') < 0 ? -1 : firstInvalid(content, start, end);
        return new DocumentText(text.endsWith("\n") ? text : text + "\n", invalid);
    }

    /// Whether the file begins as UTF-16 does: with its byte order mark, or with every other byte zero.
    static boolean isUtf16(byte[] content) {
        if (content.length < 4) {
            return false;
        }
        int first = content[0] & 0xFF;
        int second = content[1] & 0xFF;
        boolean mark = Math.min(first, second) == 0xFE && Math.max(first, second) == 0xFF;
        boolean big = first == 0 && second != 0 && content[2] == 0 && content[3] != 0;
        boolean little = first != 0 && second == 0 && content[2] != 0 && content[3] == 0;
        return mark || big || little;
    }

    private static int firstInvalid(byte[] content, int start, int end) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(end - start);
        CoderResult result = decoder.decode(ByteBuffer.wrap(content, start, end - start), decoded, true);
        return result.isError() ? decoded.position() : -1;
    }

    /// Reports bytes that are no UTF-8.
    void warn(int startLine, Findings findings) {
        if (invalid < 0) {
            return;
        }
        int line = startLine;
        int lineStart = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < invalid; at = text.indexOf('\n', at + 1)) {
            line++;
            lineStart = at + 1;
        }
        int column = text.codePointCount(lineStart, invalid) + 1;
        findings.warning(
                Stage.YAML,
                Place.of(line, column),
                "",
                "The text is not UTF-8 here; what could not be read became \uFFFD.",
                "",
                "UTF-8",
                "Save the file as UTF-8.");
    }

    /// The line that the content begins at: the first that is no marker, directive, comment or blank.
    int firstLine(int startLine) {
        int line = startLine;
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            String content = text.substring(from, Math.min(end, from + 200)).strip();
            boolean skipped = content.isEmpty()
                    || content.startsWith("#")
                    || content.startsWith("%")
                    || content.equals("---")
                    || content.startsWith("--- #");
            if (!skipped) {
                return line;
            }
            line++;
            from = end + 1;
        }
        return startLine;
    }
}
