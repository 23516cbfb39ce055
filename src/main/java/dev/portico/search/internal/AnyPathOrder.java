package dev.portico.search.internal;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Orders documents by a path that has no doc values of its own: by its smallest value in lower case. Reads every value
/// of every matching document.
final class AnyPathOrder extends FieldComparatorSource {

    private final String path;
    private final boolean descending;

    /// @param descending whether the list is; documents without a value come last in either case
    AnyPathOrder(String path, boolean descending) {
        this.path = path;
        this.descending = descending;
    }

    @Override
    public FieldComparator<?> newComparator(String field, int hits, Pruning pruning, boolean reversed) {
        return new ByText(hits);
    }

    /// The smallest value of a document at a path, in lower case; null where it has none.
    static @Nullable BytesRef smallest(SortedSetDocValues values, PathRange range, int doc) throws IOException {
        if (!values.advanceExact(doc)) {
            return null;
        }
        BytesRef smallest = null;
        for (int left = values.docValueCount(); left > 0; left--) {
            long ord = values.nextOrd();
            if (range.holds(ord)) {
                BytesRef value = new BytesRef(Names.lower(range.value(values.lookupOrd(ord))));
                if (smallest == null || value.compareTo(smallest) < 0) {
                    smallest = value;
                }
            }
        }
        return smallest;
    }

    private final class ByText extends FieldComparator<BytesRef> implements LeafFieldComparator {

        private final @Nullable BytesRef[] slots;
        private @Nullable SortedSetDocValues values;
        private @Nullable PathRange range;
        private @Nullable BytesRef bottom;
        private @Nullable BytesRef top;

        ByText(int hits) {
            slots = new BytesRef[hits];
        }

        @Override
        public LeafFieldComparator getLeafComparator(LeafReaderContext leaf) throws IOException {
            values = DocValues.getSortedSet(leaf.reader(), Names.ANY);
            range = PathRange.of(values, path);
            return this;
        }

        @Override
        public int compare(int one, int other) {
            return compareValues(slots[one], slots[other]);
        }

        @Override
        public void setTopValue(BytesRef value) {
            top = value;
        }

        @Override
        public @Nullable BytesRef value(int slot) {
            return slots[slot];
        }

        @Override
        public int compareValues(@Nullable BytesRef one, @Nullable BytesRef other) {
            if (one == null || other == null) {
                int absentBehind = Boolean.compare(one == null, other == null);
                return descending ? -absentBehind : absentBehind;
            }
            return one.compareTo(other);
        }

        @Override
        public void setBottom(int slot) {
            bottom = slots[slot];
        }

        @Override
        public int compareBottom(int doc) throws IOException {
            return compareValues(bottom, of(doc));
        }

        @Override
        public int compareTop(int doc) throws IOException {
            return compareValues(top, of(doc));
        }

        @Override
        public void copy(int slot, int doc) throws IOException {
            slots[slot] = of(doc);
        }

        @Override
        public void setScorer(Scorable scorer) {
            // not ordered by score
        }

        private @Nullable BytesRef of(int doc) throws IOException {
            if (values == null || range == null) {
                throw new IllegalStateException("No segment was given");
            }
            return smallest(values, range, doc);
        }
    }
}
