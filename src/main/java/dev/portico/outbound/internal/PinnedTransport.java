package dev.portico.outbound.internal;

import dev.portico.outbound.OutboundSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Speaks HTTP to an address it is given: no look-up of names, no redirects, no cookies, no proxies, no repetitions.
///
/// The name of the destination is what TLS asks for (SNI), what the certificate is checked against and what the Host
/// header says; the address is where the socket goes. Connections are kept for reuse under both together.
final class PinnedTransport implements AutoCloseable {

    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_LINE = 32 * 1024;

    private final CloseableHttpClient client;

    PinnedTransport(OutboundSettings settings, SSLContext tls, Sockets sockets) {
        TlsSocketStrategy strategy = new DefaultClientTlsStrategy(tls);
        PoolingHttpClientConnectionManager connections = new PinnedConnections(sockets)
                .setTlsSocketStrategy(strategy)
                .setDnsResolver(new NoNames())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_LINE)
                                .build())
                        .build())
                .setMaxConnTotal(256)
                .setMaxConnPerRoute(settings.perHost())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(settings.timeout()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .build();
        client = HttpClients.createMinimal(connections);
    }

    /// Sends a request to the address; the caller closes what it gets.
    ClassicHttpResponse send(Destination destination, InetAddress address, HttpUriRequestBase request)
            throws IOException {
        HttpHost host = new HttpHost(destination.scheme(), address, destination.host(), destination.port());
        return client.executeOpen(host, request, null);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /// Where sockets come from; a seam, so that a test can see each connection that is attempted.
    @FunctionalInterface
    interface Sockets extends DetachedSocketFactory {

        /// Plain sockets that no system property sends through a proxy.
        Sockets DIRECT = proxy -> new Socket(Proxy.NO_PROXY);
    }

    private static final class PinnedConnections extends PoolingHttpClientConnectionManagerBuilder {

        private final Sockets sockets;

        PinnedConnections(Sockets sockets) {
            this.sockets = sockets;
        }

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
            return new DefaultHttpClientConnectionOperator(
                    sockets,
                    ports,
                    names,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register(URIScheme.HTTPS.id, tls)
                            .build());
        }
    }

    /// Refuses to resolve anything: a destination without a checked address never gets a socket.
    private static final class NoNames implements DnsResolver {

        @Override
        public InetAddress[] resolve(String name) throws UnknownHostException {
            throw new UnknownHostException(name + " was not checked by the guard");
        }

        @Override
        public String resolveCanonicalHostname(String name) throws UnknownHostException {
            throw new UnknownHostException(name + " was not checked by the guard");
        }
    }
}
