package dev.portico.search.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/// What was worked out for one view of the index, and is forgotten with the first question to another.
final class PerView<K, V> {

    private volatile View<K, V> view = new View<>(null, new ConcurrentHashMap<>());

    /// What is known for this view of the index so far; any thread may add to it.
    Map<K, V> of(IndexReader reader) {
        IndexReader.CacheHelper identity = reader.getReaderCacheHelper();
        Object key = identity == null ? reader : identity.getKey();
        View<K, V> present = view;
        if (!key.equals(present.key)) {
            present = new View<>(key, new ConcurrentHashMap<>());
            view = present;
        }
        return present.known;
    }

    /// @param key what tells one view of the index from another
    private record View<K, V>(@Nullable Object key, Map<K, V> known) {}
}
