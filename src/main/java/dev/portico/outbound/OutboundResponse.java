package dev.portico.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An answer with its whole body, decoded.
public final class OutboundResponse {

    private final int status;
    private final Map<String, List<String>> headers;
    private final URI address;
    private final byte[] body;

    /// Takes the parts as they are; the body is not copied.
    ///
    /// @param headers by lower-case name
    public OutboundResponse(int status, Map<String, List<String>> headers, URI address, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.address = address;
        this.body = body;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// Whether the status is 2xx.
    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /// The headers by lower-case name.
    public Map<String, List<String>> headers() {
        return headers;
    }

    /// The first value of a header, in any case.
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /// The address that answered, after redirects.
    public URI address() {
        return address;
    }

    /// The body; not to be changed.
    public byte[] body() {
        return body;
    }

    /// The body as UTF-8.
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
