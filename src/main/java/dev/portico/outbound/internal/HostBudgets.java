package dev.portico.outbound.internal;

import dev.portico.kernel.Refusal;
import dev.portico.outbound.OutboundSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/// How many calls a host gets at once and a minute, so that one slow or busy host takes neither the others' place nor
/// their patience. Held in memory, for each node by itself.
final class HostBudgets {

    private static final int MOST_HOSTS = 2_000;

    private final OutboundSettings settings;
    private final LongSupplier nanoTime;
    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();

    HostBudgets(OutboundSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    /// Takes a place; waits for one as long as the deadline allows. The place is given back by closing it, once.
    ///
    /// @throws Refusal.TooMany     where the host has had its calls of this minute
    /// @throws Refusal.Unavailable where no place came free in time
    Place enter(Destination destination, Deadline deadline) {
        forgetIdleHosts();
        String host = destination.hostAndPort();
        Budget budget = budgets.computeIfAbsent(host, name -> new Budget(settings.perHost()));
        if (!budget.startOne(nanoTime.getAsLong(), settings.perHostPerMinute())) {
            throw new Refusal.TooMany(
                    "outbound-budget",
                    host + " has been called " + settings.perHostPerMinute()
                            + " times within a minute. Try again later, or raise portico.outbound.per-host-per-minute.");
        }
        try {
            if (budget.places.tryAcquire(deadline.remainingMillis(), TimeUnit.MILLISECONDS)) {
                return new Place(budget.places);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal.Unavailable(
                "outbound-timeout", host + " is busy with earlier calls of Portico. Try again later.");
    }

    private void forgetIdleHosts() {
        if (budgets.size() > MOST_HOSTS) {
            long now = nanoTime.getAsLong();
            budgets.values().removeIf(budget -> budget.idle(now, settings.perHost()));
        }
    }

    /// A place among the calls to a host.
    static final class Place implements AutoCloseable {

        private final Semaphore places;
        private final AtomicBoolean left = new AtomicBoolean();

        Place(Semaphore places) {
            this.places = places;
        }

        @Override
        public void close() {
            if (left.compareAndSet(false, true)) {
                places.release();
            }
        }
    }

    private static final class Budget {

        private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

        final Semaphore places;
        private long minuteBegan = Long.MIN_VALUE;
        private int started;

        Budget(int places) {
            this.places = new Semaphore(places, true);
        }

        synchronized boolean startOne(long now, int most) {
            if (minuteBegan == Long.MIN_VALUE || now - minuteBegan >= MINUTE) {
                minuteBegan = now;
                started = 0;
            }
            started++;
            return started <= most;
        }

        synchronized boolean idle(long now, int allPlaces) {
            return now - minuteBegan >= MINUTE && places.availablePermits() == allPlaces;
        }
    }
}
