package dev.portico.catalog.internal.source;

import dev.portico.outbound.OutboundExchange;
import dev.portico.outbound.OutboundRequest;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/// One HTTP call of the Git library. Collects what is to be sent, and sends it when the answer is asked for.
final class OutboundGitConnection implements HttpConnection {

    private final URL url;
    private final OutboundGit git;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String method = "GET";
    private @Nullable OutboundExchange answer;

    OutboundGitConnection(URL url, OutboundGit git) {
        this.url = url;
        this.git = git;
    }

    @Override
    public int getResponseCode() throws IOException {
        return answer().status();
    }

    @Override
    public String getResponseMessage() throws IOException {
        return "status " + answer().status();
    }

    @Override
    public URL getURL() {
        return url;
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return answer == null ? Map.of() : answer.headers();
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return answer == null ? null : answer.header(name).orElse(null);
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return getHeaderFields().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public @Nullable String getContentType() {
        return getHeaderField("content-type");
    }

    /// The length is that of the encoded body, and so not known here.
    @Override
    public int getContentLength() {
        return -1;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        OutboundExchange exchange = answer();
        return new FilterInputStream(exchange.body()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try {
                    return super.read(buffer, offset, length);
                } catch (IOException failed) {
                    throw git.brokeOff(failed);
                }
            }

            @Override
            public void close() {
                exchange.close();
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public void setRequestMethod(String name) {
        method = name;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public void setRequestProperty(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public void connect() throws IOException {
        answer();
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public void setUseCaches(boolean use) {
        // There is no cache.
    }

    @Override
    public void setConnectTimeout(int millis) {
        // The guarded client has limits of its own.
    }

    @Override
    public void setReadTimeout(int millis) {
        // The guarded client has limits of its own.
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        // Redirects are the library's own calls, each through the guard.
    }

    @Override
    public void setDoOutput(boolean output) {
        // A body is sent where one was written.
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        // The body is sent at once.
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        // The body is sent at once.
    }

    @Override
    public void configure(
            KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random) {
        throw new UnsupportedOperationException("Certificates are always checked");
    }

    @Override
    public void setHostnameVerifier(@Nullable HostnameVerifier verifier) {
        throw new UnsupportedOperationException("Names are always checked");
    }

    private OutboundExchange answer() throws IOException {
        if (answer == null) {
            OutboundRequest request = OutboundRequest.of(method, url.toString());
            for (Map.Entry<String, String> header : headers.entrySet()) {
                if (!header.getKey().equalsIgnoreCase("Authorization")) {
                    request = request.with(header.getKey(), header.getValue());
                }
            }
            answer = git.send(url, body.size() == 0 ? request : request.withBody(body.toByteArray()));
        }
        return answer;
    }
}
