package dev.portico.outbound;

import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call to make. Immutable; each `with…` gives a changed copy.
///
/// Limits that are not set are those of [OutboundSettings], and no request may go beyond them unless it says so here.
public final class OutboundRequest {

    /// A header to send.
    ///
    /// @param secret whether the value is a credential: it is then sent only to the host of the request, and only
    ///               by https or to an exact exception of the settings
    public record Header(String name, String value, boolean secret) {
        public Header {
            if (name.isEmpty() || !isVisible(name) || name.indexOf(':') >= 0 || name.indexOf(' ') >= 0) {
                throw new Refusal.InvalidInput("outbound-header", "A header to send has an impossible name");
            }
            if (!isVisible(value)) {
                throw new Refusal.InvalidInput(
                        "outbound-header", "The header " + name + " holds a character that a header cannot carry");
            }
        }

        @Override
        public String toString() {
            return name + ": " + (secret ? "(secret)" : value);
        }

        private static boolean isVisible(String text) {
            return text.chars().allMatch(c -> c >= ' ' && c < 127);
        }
    }

    private final String method;
    private final String url;
    private final List<Header> headers;
    private final byte @Nullable [] body;
    private final @Nullable Long maxBytes;
    private final @Nullable Duration timeout;
    private final boolean followRedirects;

    private OutboundRequest(
            String method,
            String url,
            List<Header> headers,
            byte @Nullable [] body,
            @Nullable Long maxBytes,
            @Nullable Duration timeout,
            boolean followRedirects) {
        this.method = method;
        this.url = url;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.maxBytes = maxBytes;
        this.timeout = timeout;
        this.followRedirects = followRedirects;
    }

    /// A GET.
    public static OutboundRequest get(String url) {
        return new OutboundRequest("GET", url, List.of(), null, null, null, true);
    }

    /// A POST; its redirects are not followed and it is not repeated.
    public static OutboundRequest post(String url, String contentType, byte[] body) {
        return of("POST", url).with("Content-Type", contentType).withBody(body);
    }

    /// Any other call.
    public static OutboundRequest of(String method, String url) {
        return new OutboundRequest(method.toUpperCase(Locale.ROOT), url, List.of(), null, null, null, true);
    }

    /// Adds a header.
    public OutboundRequest with(String name, String value) {
        return withHeader(new Header(name, value, false));
    }

    /// Adds a header that holds a credential; it goes to the host of this request and to no other.
    public OutboundRequest withSecret(String name, String value) {
        return withHeader(new Header(name, value, true));
    }

    /// Asks for the body only where it differs from the one known; the answer is 304 where it does not.
    public OutboundRequest unless(@Nullable String etag, @Nullable String lastModified) {
        OutboundRequest request = this;
        if (etag != null) {
            request = request.with("If-None-Match", etag);
        }
        return lastModified == null ? request : request.with("If-Modified-Since", lastModified);
    }

    /// Sends a body.
    public OutboundRequest withBody(byte[] bytes) {
        return new OutboundRequest(method, url, headers, bytes, maxBytes, timeout, followRedirects);
    }

    /// Limits the body of the answer, before and after decompression.
    public OutboundRequest withMaxBytes(long bytes) {
        return new OutboundRequest(method, url, headers, body, bytes, timeout, followRedirects);
    }

    /// Limits the time of the whole call with its redirects and repetitions.
    public OutboundRequest withTimeout(Duration limit) {
        return new OutboundRequest(method, url, headers, body, maxBytes, limit, followRedirects);
    }

    /// Hands a redirect back as the answer.
    public OutboundRequest withoutRedirects() {
        return new OutboundRequest(method, url, headers, body, maxBytes, timeout, false);
    }

    /// The method in upper case.
    public String method() {
        return method;
    }

    /// The address as it was given.
    public String url() {
        return url;
    }

    /// The body to send.
    public Optional<byte[]> body() {
        return Optional.ofNullable(body);
    }

    /// The limit of bytes, where the request sets one.
    public Optional<Long> maxBytes() {
        return Optional.ofNullable(maxBytes);
    }

    /// The limit of time, where the request sets one.
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /// Whether redirects of a GET or HEAD are followed.
    public boolean followRedirects() {
        return followRedirects;
    }

    /// The headers to send, in order.
    public List<Header> headers() {
        return headers;
    }

    private OutboundRequest withHeader(Header header) {
        List<Header> more = new ArrayList<>(headers);
        more.add(header);
        return new OutboundRequest(method, url, more, body, maxBytes, timeout, followRedirects);
    }
}
