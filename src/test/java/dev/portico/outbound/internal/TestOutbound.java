package dev.portico.outbound.internal;

import dev.portico.outbound.Outbound;
import dev.portico.outbound.OutboundSettings;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.core5.ssl.SSLContexts;
import org.springframework.util.unit.DataSize;

/// The real client for tests of other modules.
public final class TestOutbound {

    private TestOutbound() {}

    /// A client that reaches exactly the given `host:port` pairs besides what is public.
    public static Outbound allowing(String... pairs) {
        return OutboundConfiguration.client(
                settings(Set.of(pairs), Set.of(80, 443)),
                InetAddress::getAllByName,
                SSLContexts.createSystemDefault(),
                new WatchedSockets());
    }

    static OutboundSettings settings(Set<String> allow, Set<Integer> ports) {
        return new OutboundSettings(
                allow,
                ports,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                DataSize.ofMegabytes(1),
                3,
                2,
                Duration.ofMillis(2),
                4,
                100_000);
    }
}
