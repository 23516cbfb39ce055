package dev.portico.access.internal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Keeps what was read for half a second, so that a hundred requests cost one query and none sees a stale right for
/// long. For one key, one thread reads while the others wait for its answer. A failed read is not kept.
final class FreshCache<K, V> {

    static final long FRESH_NANOS = 500_000_000L;
    private static final int MOST = 20_000;

    private final ConcurrentMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final Function<K, V> read;
    private final LongSupplier nanos;

    FreshCache(Function<K, V> read) {
        this(read, System::nanoTime);
    }

    FreshCache(Function<K, V> read, LongSupplier nanos) {
        this.read = read;
        this.nanos = nanos;
    }

    V value(K key) {
        Entry<V> entry = entries.computeIfAbsent(key, any -> new Entry<>());
        Held<V> held = entry.held;
        if (held != null && fresh(held)) {
            return held.value;
        }
        synchronized (entry) {
            held = entry.held;
            if (held == null || !fresh(held)) {
                makeRoom();
                // The clock is read before the row: what changes meanwhile is seen half a second after this moment.
                long now = nanos.getAsLong();
                held = new Held<>(read.apply(key), now);
                entry.held = held;
            }
            return held.value;
        }
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
        private volatile @org.jspecify.annotations.Nullable Held<V> held;
    }

    private record Held<V>(V value, long readAt) {}
}
