package dev.portico.api.door;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Scheme, host and port of a page, as browsers name where a request comes from.
record Origin(String scheme, String host, int port) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Reads an origin or the beginning of an address; empty for `null` and whatever else is none.
    static Optional<Origin> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return of(URI.create(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /// The origin of the pages at an address.
    static Optional<Origin> of(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null) {
            return Optional.empty();
        }
        String small = scheme.toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : small.equals("https") ? 443 : 80;
        return Optional.of(new Origin(small, host.toLowerCase(Locale.ROOT), port));
    }

    /// Whether only browsers of the machine itself reach it.
    boolean isThisMachine() {
        return THIS_MACHINE.contains(host);
    }
}
