package dev.portico.search.internal;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Answers that are kept for one view of the index, up to a number of bytes.
///
/// @param <K> what was asked; holds the query
/// @param <V> the answer
final class Kept<K, V> {

    private final PerView<K, V> known = new PerView<>();
    private final PerView<String, AtomicLong> sizes = new PerView<>();
    private final long most;

    /// @param most bytes for one view
    Kept(long most) {
        this.most = most;
    }

    @Nullable
    V find(IndexReader reader, K asked) {
        return known.of(reader).get(asked);
    }

    /// Keeps an answer, where there is room for it and the query is not too large to be asked again.
    ///
    /// @param bytes how many the answer takes, and what was asked beside the query
    void keep(IndexReader reader, K asked, Query query, V answer, long bytes) {
        AtomicLong size = sizes.of(reader).computeIfAbsent("bytes", any -> new AtomicLong());
        long weight = KeyWeight.of(query);
        if (weight <= KeyWeight.MOST && size.addAndGet(weight + bytes) < most) {
            known.of(reader).put(asked, answer);
        }
    }
}
