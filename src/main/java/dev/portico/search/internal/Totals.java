package dev.portico.search.internal;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/// How many documents match, counted once for each query and view of the index.
final class Totals {

    private static final int MOST = 2_000;

    private final PerView<Query, Long> known = new PerView<>();

    long of(IndexSearcher searcher, Query query) throws IOException {
        Map<Query, Long> counted = known.of(searcher.getIndexReader());
        Long before = counted.get(query);
        if (before != null) {
            return before;
        }
        long total = searcher.count(query);
        if (counted.size() < MOST) {
            counted.put(query, total);
        }
        return total;
    }
}
