package dev.portico.outbound;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answer whose body is still arriving. Closing it frees the connection, read to the end or not.
public interface OutboundExchange extends AutoCloseable {

    /// The HTTP status.
    int status();

    /// The headers by lower-case name, in order of arrival; those about encoding and length are taken out, since the
    /// body is handed over decoded.
    Map<String, List<String>> headers();

    /// The first value of a header.
    default Optional<String> header(String name) {
        return headers().getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /// The address that answered, after redirects.
    URI address();

    /// The decoded body.
    InputStream body();

    @Override
    void close();
}
