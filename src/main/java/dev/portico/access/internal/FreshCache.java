package dev.portico.access.internal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what was read for half a second, so that a hundred requests cost one query and none sees a stale right for
/// long. For one key, one thread reads while the others wait for its answer. A failed read is not kept.
///
/// What is asked for in the second half of its time is read again beforehand, beside the requests: of those that come
/// without a pause, none waits for the database.
final class FreshCache<K, V> {

    private static final Logger log = LoggerFactory.getLogger(FreshCache.class);

    static final long FRESH_NANOS = 500_000_000L;

    /// The age from which on it is read beforehand.
    static final long AHEAD_NANOS = FRESH_NANOS / 2;

    private static final int MOST = 20_000;

    private final ConcurrentMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final Function<K, V> read;
    private final LongSupplier nanos;
    private final Executor beside;

    FreshCache(Function<K, V> read) {
        this(read, System::nanoTime, task -> Thread.ofVirtual()
                .name("access-ahead")
                .start(task));
    }

    /// @param beside runs what reads beforehand
    FreshCache(Function<K, V> read, LongSupplier nanos, Executor beside) {
        this.read = read;
        this.nanos = nanos;
        this.beside = beside;
    }

    V value(K key) {
        Entry<V> entry = entries.computeIfAbsent(key, any -> new Entry<>());
        Held<V> held = entry.held;
        if (held != null) {
            long age = nanos.getAsLong() - held.readAt;
            if (age >= AHEAD_NANOS && age < FRESH_NANOS && entry.ahead.compareAndSet(false, true)) {
                beside.execute(() -> readAhead(key, entry));
            }
            if (age < FRESH_NANOS) {
                return held.value;
            }
        }
        synchronized (entry) {
            held = entry.held;
            if (held == null || !fresh(held)) {
                makeRoom();
                held = held(key);
                entry.held = held;
            }
            return held.value;
        }
    }

    private void readAhead(K key, Entry<V> entry) {
        try {
            Held<V> next = held(key);
            synchronized (entry) {
                Held<V> held = entry.held;
                if (held == null || held.readAt < next.readAt) {
                    entry.held = next;
                }
            }
        } catch (RuntimeException away) {
            // Whoever asks once the half second is over reads it again, and is told what is wrong.
            log.debug("What is kept could not be read beforehand", away);
        } finally {
            entry.ahead.set(false);
        }
    }

    private Held<V> held(K key) {
        // The clock is read before the row: what changes meanwhile is seen half a second after this moment.
        long now = nanos.getAsLong();
        return new Held<>(read.apply(key), now);
    }

    /// Makes the next question about the key read again. A read that is under way may still be kept for its half
    /// second.
    void forget(K key) {
        entries.remove(key);
    }

    /// Makes every next question read again.
    void forgetAll() {
        entries.clear();
    }

    private boolean fresh(Held<V> held) {
        return nanos.getAsLong() - held.readAt < FRESH_NANOS;
    }

    private void makeRoom() {
        if (entries.size() > MOST) {
            entries.values().removeIf(entry -> {
                Held<V> held = entry.held;
                return held != null && !fresh(held);
            });
            if (entries.size() > MOST) {
                entries.clear();
            }
        }
    }

    private static final class Entry<V> {
        private final AtomicBoolean ahead = new AtomicBoolean();
        private volatile @Nullable Held<V> held;
    }

    private record Held<V>(V value, long readAt) {}
}
