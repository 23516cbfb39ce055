package dev.portico.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import dev.portico.outbound.Outbound;
import dev.portico.outbound.OutboundRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Names that change their mind, as the resolver of the JDK itself answers them. The build switches its cache off.
class RebindingTest {

    private final Canary canary = new Canary();
    private final WatchedSockets sockets = new WatchedSockets();

    @AfterEach
    void stop() throws IOException {
        canary.close();
    }

    @Test
    void the_resolver_of_this_test_flips() throws Exception {
        assertThat(InetAddress.getAllByName("control.flip.test")).containsExactly(FlippingResolverProvider.PUBLIC);
        assertThat(InetAddress.getAllByName("control.flip.test")).allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void a_call_goes_to_the_address_that_was_checked() {
        assertThatThrownBy(() -> client().open(OutboundRequest.get(url("pinned.flip.test"))))
                .isInstanceOf(Refusal.Unavailable.class);

        assertThat(sockets.attempts())
                .containsExactly(new InetSocketAddress(FlippingResolverProvider.PUBLIC, canary.port()));
        assertThat(FlippingResolverProvider.lookups("pinned.flip.test")).isEqualTo(1);
        assertThat(canary.arrivals()).isZero();
    }

    @Test
    void a_repetition_is_checked_anew() {
        assertThatThrownBy(() -> client().fetch(OutboundRequest.get(url("again.flip.test"))))
                .isInstanceOf(Refusal.InvalidInput.class);

        assertThat(sockets.attempts())
                .containsExactly(new InetSocketAddress(FlippingResolverProvider.PUBLIC, canary.port()));
        assertThat(FlippingResolverProvider.lookups("again.flip.test")).isEqualTo(2);
        assertThat(canary.arrivals()).isZero();
    }

    private String url(String host) {
        return "http://" + host + ':' + canary.port() + '/';
    }

    private Outbound client() {
        return OutboundConfiguration.client(
                TestOutbound.settings(Set.of(), Set.of(canary.port())),
                InetAddress::getAllByName,
                SSLContexts.createSystemDefault(),
                sockets);
    }
}
