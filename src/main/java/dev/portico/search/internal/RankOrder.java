package dev.portico.search.internal;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.SimpleFieldComparator;
import org.jspecify.annotations.Nullable;

/// Orders documents by twice their [rank][Ranks], so that there are numbers between for values that no document has.
final class RankOrder extends FieldComparatorSource {

    private final Ranks.OfField ranks;
    private final int absent;

    /// @param descending whether the list is; documents without a value come last in either case
    RankOrder(Ranks.OfField ranks, boolean descending) {
        this.ranks = ranks;
        this.absent = absent(descending);
    }

    /// What a document without a value is compared by.
    static int absent(boolean descending) {
        return descending ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }

    @Override
    public FieldComparator<?> newComparator(String field, int hits, Pruning pruning, boolean reversed) {
        return new ByRank(hits);
    }

    private final class ByRank extends SimpleFieldComparator<Integer> {

        private final int[] slots;
        private int bottom;
        private int top;
        private int base;

        ByRank(int hits) {
            slots = new int[hits];
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) {
            base = leaf.docBase;
        }

        @Override
        public int compare(int one, int other) {
            return Integer.compare(slots[one], slots[other]);
        }

        @Override
        public void setTopValue(@Nullable Integer value) {
            top = value == null ? absent : value;
        }

        @Override
        public Integer value(int slot) {
            return slots[slot];
        }

        @Override
        public void setBottom(int slot) {
            bottom = slots[slot];
        }

        @Override
        public int compareBottom(int doc) {
            return Integer.compare(bottom, of(doc));
        }

        @Override
        public int compareTop(int doc) {
            return Integer.compare(top, of(doc));
        }

        @Override
        public void copy(int slot, int doc) {
            slots[slot] = of(doc);
        }

        private int of(int doc) {
            int rank = ranks.rank(base + doc);
            return rank == Ranks.OfField.NONE ? absent : 2 * rank;
        }
    }
}
