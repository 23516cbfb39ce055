package dev.portico.audit.internal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of the chain and its link: what somebody noted down, or the end of the chain.
///
/// @param n    the row's number; 0 before the first
/// @param link its link
@SuppressWarnings("ArrayRecordComponent") // Compared by its own equals.
public record Head(long n, byte[] link) {

    private static final int LINK_BYTES = 32;

    /// Before the first row.
    static final Head ORIGIN = new Head(0, Digest.ORIGIN);

    /// Reads `N:HEX`.
    public static Optional<Head> parse(String text) {
        int colon = text.indexOf(':');
        try {
            byte[] link = HexFormat.of().parseHex(text.substring(colon + 1).strip());
            return colon < 1 || link.length != LINK_BYTES
                    ? Optional.empty()
                    : Optional.of(new Head(Long.parseLong(text.substring(0, colon)), link));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(link);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Head head && n == head.n && Arrays.equals(link, head.link);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(n);
    }

    /// As [#parse] reads it.
    @Override
    public String toString() {
        return n + ":" + hex();
    }
}
