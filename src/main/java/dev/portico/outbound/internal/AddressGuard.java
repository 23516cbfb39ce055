package dev.portico.outbound.internal;

import dev.portico.kernel.Refusal;
import dev.portico.outbound.OutboundSettings;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Decides which addresses a destination may be called at.
///
/// A name is resolved here, once for each hop, and nowhere else; what comes back is what the socket goes to, so a name
/// that answers differently the next moment gains nothing.
final class AddressGuard {

    private final OutboundSettings settings;
    private final NameLookup lookup;

    AddressGuard(OutboundSettings settings, NameLookup lookup) {
        this.settings = settings;
        this.lookup = lookup;
    }

    /// The addresses to try, in order; never empty.
    ///
    /// @throws Refusal.InvalidInput where no address of the destination may be called
    /// @throws Refusal.Unavailable  where the name has no address, or the resolver does not answer in time
    List<InetAddress> passed(Destination destination, Deadline deadline) {
        boolean excepted = isException(destination);
        if (!excepted && !settings.ports().contains(destination.port())) {
            throw Destination.refused(
                    destination.uri().toString(),
                    "port " + destination.port() + " is not open to calls; an admin can add "
                            + destination.hostAndPort() + " to PORTICO_OUTBOUND_ALLOW");
        }
        InetAddress literal = destination.literal();
        InetAddress[] found = literal == null ? resolve(destination, deadline) : new InetAddress[] {literal};
        List<InetAddress> passed = Arrays.stream(found)
                .filter(address -> excepted || AddressRanges.isPublic(address))
                .toList();
        if (passed.isEmpty()) {
            throw Destination.refused(
                    destination.uri().toString(),
                    "its address is not a public one; an admin can add " + destination.hostAndPort()
                            + " to PORTICO_OUTBOUND_ALLOW");
        }
        return passed;
    }

    /// Whether the settings name the destination exactly.
    boolean isException(Destination destination) {
        return settings.allow().contains(destination.hostAndPort());
    }

    private InetAddress[] resolve(Destination destination, Deadline deadline) {
        FutureTask<InetAddress[]> task = new FutureTask<>(() -> lookup.addresses(destination.host()));
        Thread.ofVirtual().name("outbound-lookup").start(task);
        try {
            long patience = Math.min(
                    deadline.remainingMillis(), settings.connectTimeout().toMillis());
            InetAddress[] found = task.get(patience, TimeUnit.MILLISECONDS);
            if (found.length > 0) {
                return found;
            }
        } catch (ExecutionException unknown) {
            throw unresolved(destination, "is not known to the name server");
        } catch (TimeoutException late) {
            throw unresolved(destination, "was not resolved in time");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unresolved(destination, "was not resolved before Portico stopped");
        }
        throw unresolved(destination, "has no address");
    }

    private static Refusal unresolved(Destination destination, String what) {
        return new Refusal.Unavailable(
                "outbound-unreachable",
                "The host of " + destination.shown() + ' ' + what + ". Check the name, or try again later.");
    }
}
