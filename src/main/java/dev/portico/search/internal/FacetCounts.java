package dev.portico.search.internal;

import dev.portico.search.FacetCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// Counts the values at paths over all documents that a query matches, in one pass.
final class FacetCounts {

    private FacetCounts() {}

    static Map<String, List<FacetCount>> count(
            IndexSearcher searcher, Query query, Collection<String> paths, Predicate<String> listed)
            throws IOException {
        Map<String, Map<String, Long>> totals = LinkedHashMap.newLinkedHashMap(paths.size());
        paths.forEach(path -> totals.put(path, new TreeMap<>(Pages.BY_CODE_POINT)));
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                count(leaf, scorer.iterator(), totals, listed);
            }
        }
        Map<String, List<FacetCount>> counts = LinkedHashMap.newLinkedHashMap(paths.size());
        totals.forEach((path, values) -> counts.put(
                path,
                values.entrySet().stream()
                        .map(value -> new FacetCount(value.getKey(), value.getValue()))
                        .toList()));
        return counts;
    }

    private static void count(
            LeafReaderContext leaf,
            DocIdSetIterator matching,
            Map<String, Map<String, Long>> totals,
            Predicate<String> listed)
            throws IOException {
        List<Counter> counters = new ArrayList<>();
        for (String path : totals.keySet()) {
            counters.add(Counter.of(leaf, path, listed.test(Names.path(path))));
        }
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = matching.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matching.nextDoc()) {
            if (live == null || live.get(doc)) {
                for (Counter counter : counters) {
                    counter.count(doc);
                }
            }
        }
        int number = 0;
        for (Map<String, Long> total : totals.values()) {
            counters.get(number++).addTo(total);
        }
    }

    /// Counts the values of one path in one segment, by ordinal.
    private static final class Counter {

        private final SortedSetDocValues values;
        private final PathRange range;
        private final int[] counts;

        private Counter(SortedSetDocValues values, PathRange range) {
            this.values = values;
            this.range = range;
            this.counts = new int[Math.toIntExact(range.end() - range.first())];
        }

        static Counter of(LeafReaderContext leaf, String path, boolean listed) throws IOException {
            if (listed) {
                SortedSetDocValues own = DocValues.getSortedSet(leaf.reader(), Names.counted(Names.path(path)));
                return new Counter(own, new PathRange(0, own.getValueCount(), 0));
            }
            SortedSetDocValues any = DocValues.getSortedSet(leaf.reader(), Names.ANY);
            return new Counter(any, PathRange.of(any, path));
        }

        void count(int doc) throws IOException {
            if (counts.length > 0 && values.advanceExact(doc)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    long ord = values.nextOrd();
                    if (range.holds(ord)) {
                        counts[(int) (ord - range.first())]++;
                    }
                }
            }
        }

        void addTo(Map<String, Long> total) throws IOException {
            for (int number = 0; number < counts.length; number++) {
                if (counts[number] > 0) {
                    BytesRef term = values.lookupOrd(range.first() + number);
                    total.merge(range.value(term), (long) counts[number], Long::sum);
                }
            }
        }
    }
}
