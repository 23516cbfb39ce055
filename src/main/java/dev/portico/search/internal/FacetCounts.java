package dev.portico.search.internal;

import dev.portico.search.FacetCount;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// Counts the values at paths over all documents that a query matches, once for each query, path and view of the index.
/// The reader's scope is part of the query.
final class FacetCounts {

    /// What is kept for one view, in bytes, and for one value beside its text.
    private static final long MOST = 16_000_000;

    private static final long EACH = 80;

    private final Kept<Asked, List<FacetCount>> known = new Kept<>(MOST);

    /// @param listed whether the path, which is in lower case, has doc values of its own
    private record Asked(Query query, String path, boolean listed) {}

    /// @param listed whether a path has doc values of its own
    Map<String, List<FacetCount>> count(
            IndexSearcher searcher, Query query, Matches matches, Collection<String> paths, Predicate<String> listed)
            throws IOException {
        Map<String, List<FacetCount>> counts = LinkedHashMap.newLinkedHashMap(paths.size());
        for (String path : paths) {
            Asked asked = new Asked(query, Names.lower(path), listed.test(Names.path(path)));
            List<FacetCount> counted = known.find(searcher.getIndexReader(), asked);
            if (counted == null) {
                counted = count(searcher, matches.of(searcher, query).docs(), asked);
                known.keep(searcher.getIndexReader(), asked, query, counted, path.length() + bytes(counted));
            }
            counts.put(path, counted);
        }
        return counts;
    }

    private static long bytes(List<FacetCount> counts) {
        return EACH
                + counts.stream()
                        .mapToLong(count -> EACH + count.value().length())
                        .sum();
    }

    private static List<FacetCount> count(IndexSearcher searcher, FixedBitSet matching, Asked asked)
            throws IOException {
        Map<String, Long> totals = new TreeMap<>(Pages.BY_CODE_POINT);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Deadline.check();
            Counter counter = Counter.of(leaf, asked.path, asked.listed);
            counter.count(matching, leaf.docBase, leaf.docBase + leaf.reader().maxDoc());
            counter.addTo(totals);
        }
        return totals.entrySet().stream()
                .map(value -> new FacetCount(value.getKey(), value.getValue()))
                .toList();
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

        /// Counts over the documents of a view from one to another, which are those of the segment.
        void count(FixedBitSet matching, int base, int end) throws IOException {
            if (counts.length == 0) {
                return;
            }
            SortedDocValues single = DocValues.unwrapSingleton(values);
            for (int doc = next(matching, base, end); doc < end; doc = next(matching, doc + 1, end)) {
                if (single == null) {
                    countAll(doc - base);
                } else if (single.advanceExact(doc - base)) {
                    count(single.ordValue());
                }
            }
        }

        private static int next(FixedBitSet matching, int from, int end) {
            return from >= end ? end : matching.nextSetBit(from, end);
        }

        private void countAll(int doc) throws IOException {
            if (values.advanceExact(doc)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    count(values.nextOrd());
                }
            }
        }

        private void count(long ord) {
            if (range.holds(ord)) {
                counts[(int) (ord - range.first())]++;
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
