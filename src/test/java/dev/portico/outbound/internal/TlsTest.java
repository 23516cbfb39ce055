package dev.portico.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.portico.kernel.Refusal;
import dev.portico.outbound.Outbound;
import dev.portico.outbound.OutboundRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server whose name is known only to the test's own resolver and whose certificate bears that name.
class TlsTest {

    private static final char[] PASSWORD = "loopback".toCharArray();
    private static final List<String> NAMES = new CopyOnWriteArrayList<>();

    @TempDir
    static Path folder;

    private static HttpsServer server;
    private static SSLContext trusting;

    @BeforeAll
    static void start() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "git",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=git.example.com",
                        "-ext",
                        "SAN=dns:git.example.com",
                        "-storepass",
                        "loopback",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        SSLContext serving =
                SSLContexts.custom().loadKeyMaterial(keys, PASSWORD, PASSWORD).build();
        trusting = SSLContexts.custom().loadTrustMaterial(keys, PASSWORD).build();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serving));
        server.createContext("/", exchange -> {
            ExtendedSSLSession session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
            session.getRequestedServerNames().forEach(name -> NAMES.add(name.toString()));
            LoopbackServer.answer(exchange, 200, new byte[] {'o', 'k'});
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void the_name_is_asked_for_and_checked_while_the_socket_goes_to_the_address() {
        WatchedSockets sockets = new WatchedSockets();
        Outbound client = client(trusting, sockets, "git.example.com");

        String body = client.fetch(OutboundRequest.get(url("git.example.com"))).text();

        assertThat(body).isEqualTo("ok");
        assertThat(NAMES).anySatisfy(name -> assertThat(name).contains("git.example.com"));
        assertThat(sockets.attempts())
                .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port()));
    }

    @Test
    void a_certificate_of_another_name_is_refused() {
        Outbound client = client(trusting, new WatchedSockets(), "evil.example.com");

        assertThatThrownBy(() -> client.fetch(OutboundRequest.get(url("evil.example.com"))))
                .isInstanceOf(Refusal.Unavailable.class)
                .hasMessageContaining("certificate");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() {
        Outbound client = client(SSLContexts.createSystemDefault(), new WatchedSockets(), "git.example.com");

        assertThatThrownBy(() -> client.fetch(OutboundRequest.get(url("git.example.com"))))
                .isInstanceOf(Refusal.Unavailable.class)
                .hasMessageContaining("certificate");
    }

    private static Outbound client(SSLContext tls, WatchedSockets sockets, String host) {
        return OutboundConfiguration.client(
                TestOutbound.settings(Set.of(host + ':' + port()), Set.of(443)),
                name -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")},
                tls,
                sockets);
    }

    private static int port() {
        return server.getAddress().getPort();
    }

    private static String url(String host) {
        return "https://" + host + ':' + port() + '/';
    }
}
