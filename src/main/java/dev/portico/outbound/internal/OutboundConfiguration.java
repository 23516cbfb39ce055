package dev.portico.outbound.internal;

import dev.portico.outbound.OutboundSettings;
import java.net.InetAddress;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the guarded client together, with the system's resolver and the JVM's certificates.
@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

    @Bean
    GuardedOutbound outbound(OutboundSettings settings) {
        return client(
                settings, InetAddress::getAllByName, SSLContexts.createSystemDefault(), PinnedTransport.Sockets.DIRECT);
    }

    static GuardedOutbound client(
            OutboundSettings settings, NameLookup lookup, SSLContext tls, PinnedTransport.Sockets sockets) {
        AddressGuard guard = new AddressGuard(settings, lookup);
        PinnedTransport transport = new PinnedTransport(settings, tls, sockets);
        HostBudgets budgets = new HostBudgets(settings, System::nanoTime);
        return new GuardedOutbound(settings, new Hops(settings, guard, transport, budgets), Pause.REAL);
    }
}
