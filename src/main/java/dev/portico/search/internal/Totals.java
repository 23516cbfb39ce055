package dev.portico.search.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// How many documents match, counted once for each query and view of the index.
final class Totals {

    private static final int MOST = 2_000;

    private volatile View view = new View(null, Map.of());

    long of(IndexSearcher searcher, Query query) throws IOException {
        Map<Query, Long> counted = counted(searcher.getIndexReader());
        Long known = counted.get(query);
        if (known != null) {
            return known;
        }
        long total = searcher.count(query);
        if (counted.size() < MOST) {
            counted.put(query, total);
        }
        return total;
    }

    private Map<Query, Long> counted(IndexReader reader) {
        IndexReader.CacheHelper identity = reader.getReaderCacheHelper();
        Object key = identity == null ? reader : identity.getKey();
        View present = view;
        if (!Objects.equals(present.key, key)) {
            present = new View(key, new ConcurrentHashMap<>());
            view = present;
        }
        return present.counted;
    }

    /// @param key what tells one view of the index from another
    private record View(@Nullable Object key, Map<Query, Long> counted) {}
}
