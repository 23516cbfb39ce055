package dev.portico.search;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A JSON value as the UTF-8 bytes it is kept in, so that a list is passed on without being read.
///
/// Whoever gives bytes to it does not change them afterwards.
public final class Json {

    /// What stands where no value was asked for: `null`.
    public static final Json NOTHING = of("null");

    private final byte[] bytes;
    private final int offset;
    private final int length;

    private Json(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    /// The value that these bytes spell.
    public static Json of(byte[] bytes) {
        return new Json(bytes, 0, bytes.length);
    }

    /// The value that a part of these bytes spells.
    public static Json of(byte[] bytes, int offset, int length) {
        return new Json(bytes, offset, length);
    }

    /// The value that the text spells.
    public static Json of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The length in bytes.
    public int length() {
        return length;
    }

    /// Writes the bytes as they are.
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, offset, length);
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    /// The value as text.
    @Override
    public String toString() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Json json
                && Arrays.equals(bytes, offset, offset + length, json.bytes, json.offset, json.offset + json.length);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }
}
