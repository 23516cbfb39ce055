package dev.portico.outbound.internal;

import dev.portico.outbound.OutboundExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/// An answer on its connection. Decodes gzip, and counts the bytes before and after.
final class Answer implements OutboundExchange {

    private static final Set<String> ABOUT_ENCODING = Set.of("content-encoding", "content-length", "transfer-encoding");

    private final Destination destination;
    private final ClassicHttpResponse response;
    private final Map<String, List<String>> headers;
    private final InputStream body;
    private final BoundedStream raw;
    private final Runnable cut;
    private final Runnable whenClosed;

    /// Takes over the response.
    ///
    /// @param cut        drops the connection
    /// @param whenClosed gives back what the call holds
    Answer(
            Destination destination,
            ClassicHttpResponse response,
            long limit,
            Deadline deadline,
            Runnable cut,
            Runnable whenClosed)
            throws IOException {
        this.destination = destination;
        this.response = response;
        this.cut = cut;
        this.whenClosed = whenClosed;
        this.headers = headers(response);
        InputStream content = response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
        this.raw = new BoundedStream(content, limit, deadline, destination.shown());
        this.body = decoded(response, raw, limit, deadline, destination.shown());
    }

    @Override
    public int status() {
        return response.getCode();
    }

    @Override
    public Map<String, List<String>> headers() {
        return headers;
    }

    @Override
    public URI address() {
        return destination.uri();
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public void close() {
        try {
            // Closing a body reads what is left of it, which may never end.
            if (!raw.ended()) {
                cut.run();
            }
            response.close();
        } catch (IOException alreadyBroken) {
            // The connection is thrown away either way.
        } finally {
            whenClosed.run();
        }
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!ABOUT_ENCODING.contains(name)) {
                headers.computeIfAbsent(name, unseen -> new ArrayList<>())
                        .add(header.getValue() == null ? "" : header.getValue());
            }
        }
        return headers;
    }

    private static InputStream decoded(
            ClassicHttpResponse response, InputStream raw, long limit, Deadline deadline, String shown)
            throws IOException {
        Header encoding = response.getFirstHeader("Content-Encoding");
        String name = encoding == null || encoding.getValue() == null
                ? "identity"
                : encoding.getValue().strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> raw;
            case "gzip", "x-gzip" -> new BoundedStream(new LazyGzip(raw), limit, deadline, shown);
            default -> throw new IOException("The answer is encoded as " + name + ", which was not asked for");
        };
    }

    /// Reads the gzip header with the first byte that is asked for. A body of no bytes, as of an answer that nothing
    /// has changed, is an empty one.
    private static final class LazyGzip extends InputStream {

        private final PushbackInputStream source;
        private @Nullable InputStream inflated;

        LazyGzip(InputStream source) {
            this.source = new PushbackInputStream(source, 1);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (inflated == null) {
                int first = source.read();
                if (first < 0) {
                    return -1;
                }
                source.unread(first);
                inflated = new GZIPInputStream(source, 8_192);
            }
            int read = inflated.read(buffer, offset, length);
            if (read < 0) {
                // The end of the gzip data is not yet the end of the body; only that frees the connection for reuse.
                int _ = source.read();
            }
            return read;
        }
    }
}
