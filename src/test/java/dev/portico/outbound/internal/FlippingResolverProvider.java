package dev.portico.outbound.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The JDK's own resolver, except that a name under `flip.test` is public when it is first asked for and this machine
/// ever after.
public final class FlippingResolverProvider extends InetAddressResolverProvider {

    static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.215.14");

    private static final Map<String, AtomicInteger> LOOKUPS = new ConcurrentHashMap<>();

    static int lookups(String name) {
        return LOOKUPS.computeIfAbsent(name, unseen -> new AtomicInteger()).get();
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver builtin = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (!host.endsWith(".flip.test")) {
                    return builtin.lookupByName(host, policy);
                }
                int earlier = LOOKUPS.computeIfAbsent(host, unseen -> new AtomicInteger())
                        .getAndIncrement();
                return Stream.of(earlier == 0 ? PUBLIC : InetAddress.getLoopbackAddress());
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtin.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "flipping";
    }
}
