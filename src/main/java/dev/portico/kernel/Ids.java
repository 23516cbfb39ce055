package dev.portico.kernel;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/// Makes ids: UUIDs of version 7 (RFC 9562), which sort by the millisecond they were made in.
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /// The id that a text is, as [UUID#toString] writes it; empty where it is none.
    public static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// A new id. Thread-safe; ids of one millisecond have no order among themselves.
    public static UUID next() {
        long millis = System.currentTimeMillis();
        long random = RANDOM.nextLong();
        long high = millis << 16 | 0x7000L | (random & 0x0FFFL);
        long low = 0x8000000000000000L | (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
    }
}
