package dev.portico.api.admission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is remembered of the ten thousand clients that were here last.
final class Recent<V> {

    private static final int MOST = 10_000;

    private final LinkedHashMap<Client, V> values = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Client, V> eldest) {
            return size() > MOST;
        }
    };

    /// What is remembered of a client; null where nothing is.
    synchronized @Nullable V find(Client client) {
        return values.get(client);
    }

    /// What is remembered of a client, made where nothing is.
    synchronized V value(Client client, Supplier<V> otherwise) {
        return values.computeIfAbsent(client, any -> otherwise.get());
    }
}
