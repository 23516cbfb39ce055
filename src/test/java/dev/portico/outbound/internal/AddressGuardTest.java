package dev.portico.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import dev.portico.outbound.Outbound;
import dev.portico.outbound.OutboundRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    static final List<String> HOSTS = AddressForms.HOSTS;

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.215.14");

    private final Canary canary = new Canary();
    private final LoopbackServer allowed = new LoopbackServer();
    private final WatchedSockets sockets = new WatchedSockets();

    @AfterEach
    void stop() throws IOException {
        canary.close();
        allowed.close();
    }

    @Test
    void the_list_holds_at_least_31_forms() {
        assertThat(HOSTS).hasSizeGreaterThanOrEqualTo(31).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("HOSTS")
    void a_form_is_refused_when_it_is_called(String host) {
        assertRefused(client(InetAddress::getAllByName), "http://" + host + ':' + canary.port() + "/latest/meta-data");

        assertThat(sockets.attempts()).isEmpty();
        assertThat(canary.arrivals()).isZero();
    }

    @ParameterizedTest
    @FieldSource("HOSTS")
    void a_form_is_refused_when_an_allowed_server_redirects_to_it(String host) {
        // Beyond what a header carries as it is, the server would send the bytes of UTF-8.
        String target = "http://" + latin(host) + ':' + canary.port() + "/latest/meta-data";
        allowed.on("/", exchange -> LoopbackServer.redirect(exchange, target));

        assertRefused(client(InetAddress::getAllByName), allowed.url("/"));

        assertThat(sockets.attempts()).hasSize(1);
        assertThat(canary.arrivals()).isZero();
    }

    @ParameterizedTest
    @FieldSource("HOSTS")
    void a_name_that_changes_to_a_form_after_the_check_gains_nothing(String host) {
        AtomicInteger lookups = new AtomicInteger();
        NameLookup flipping = name -> lookups.getAndIncrement() == 0
                ? new InetAddress[] {PUBLIC}
                : InetAddress.getAllByName(unbracketed(host));

        assertThatThrownBy(() -> client(flipping).fetch(once("http://rebinder.example.com:" + canary.port() + '/')))
                .isInstanceOf(Refusal.Unavailable.class);

        assertThat(sockets.attempts()).containsExactly(new InetSocketAddress(PUBLIC, canary.port()));
        assertThat(lookups).hasValue(1);
        assertThat(canary.arrivals()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "::1",
                "::",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "fd00:ec2::254",
                "169.254.169.254",
                "100.64.0.1"
            })
    void a_name_that_leads_to_a_form_is_refused(String address) {
        InetAddress hidden = InetAddress.ofLiteral(address);

        assertRefused(client(name -> new InetAddress[] {hidden}), "http://harmless.example.com:" + canary.port() + '/');

        assertThat(sockets.attempts()).isEmpty();
    }

    @Test
    void of_several_addresses_of_a_name_only_the_public_ones_are_tried() {
        NameLookup mixed = name -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), PUBLIC};

        assertThatThrownBy(() -> client(mixed).open(once("http://mixed.example.com:" + canary.port() + '/')))
                .isInstanceOf(Refusal.Unavailable.class);

        assertThat(sockets.attempts()).containsExactly(new InetSocketAddress(PUBLIC, canary.port()));
    }

    @Test
    void an_exception_counts_for_exactly_its_host_and_port() {
        allowed.on("/", exchange -> LoopbackServer.answer(exchange, 200, "here".getBytes(StandardCharsets.US_ASCII)));
        Outbound client = client(InetAddress::getAllByName);

        assertThat(client.fetch(OutboundRequest.get(allowed.url("/"))).text()).isEqualTo("here");
        assertRefused(client, "http://localhost:" + allowed.port() + '/');
        assertRefused(client, "http://127.0.0.1:" + canary.port() + '/');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "jar:http://example.com/a!/b",
                "//example.com/",
                "example.com",
                "http:/example.com",
                "http://",
                "http://example.com:0/",
                "http://example.com:70000/",
                "http://example.com:22/",
                "http://exa mple.com/",
                "http://example.com/a\r\nHost: b",
                "http://under_score.example.com/",
                "http://m\u00FCnchen.example/"
            })
    void what_is_not_a_plain_http_url_is_refused(String url) {
        assertRefused(client(name -> new InetAddress[] {PUBLIC}), url);

        assertThat(sockets.attempts()).isEmpty();
    }

    @Test
    void a_refusal_tells_neither_the_password_nor_the_query() {
        assertThatThrownBy(() -> client(InetAddress::getAllByName)
                        .fetch(OutboundRequest.get("http://jane:hunter2@127.0.0.1/a?token=hunter3")))
                .hasMessageContaining("127.0.0.1/a")
                .hasMessageNotContainingAny("hunter2", "hunter3", "jane");
    }

    @Test
    void a_name_without_addresses_is_unreachable() {
        NameLookup nothing = name -> new InetAddress[0];

        assertThatThrownBy(() -> client(nothing).fetch(OutboundRequest.get("https://example.com/")))
                .isInstanceOf(Refusal.Unavailable.class)
                .hasMessageContaining("has no address");
    }

    private Outbound client(NameLookup lookup) {
        return OutboundConfiguration.client(
                TestOutbound.settings(Set.of(allowed.hostAndPort()), Set.of(80, 443, canary.port())),
                lookup,
                SSLContexts.createSystemDefault(),
                sockets);
    }

    @Test
    void a_credential_that_is_refused_over_http_takes_no_place_of_its_host() {
        Outbound client = client(name -> new InetAddress[] {PUBLIC});
        OutboundRequest secret =
                OutboundRequest.get("http://plain.example.com/").withSecret("Authorization", "Bearer 1");

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> client.fetch(secret))
                    .isInstanceOfSatisfying(Refusal.InvalidInput.class, refusal -> assertThat(refusal.code())
                            .isEqualTo("outbound-plain"));
        }

        assertThat(sockets.attempts()).isEmpty();
        assertThatThrownBy(() -> client.fetch(once("http://plain.example.com/")))
                .isInstanceOf(Refusal.Unavailable.class);
        assertThat(sockets.attempts()).isNotEmpty();
    }

    private static OutboundRequest once(String url) {
        return OutboundRequest.post(url, "text/plain", new byte[0]);
    }

    private static void assertRefused(Outbound client, String url) {
        assertThatThrownBy(() -> client.fetch(OutboundRequest.get(url)))
                .isInstanceOf(Refusal.InvalidInput.class)
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo("outbound-address");
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1).replace("%25", "%") : host;
    }

    private static String latin(String host) {
        return new String(host.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).replace("\u0000", "%00");
    }
}
