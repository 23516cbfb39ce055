package dev.portico.search.internal;

import dev.portico.kernel.Refusal;
import dev.portico.search.Order;
import dev.portico.search.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The order of one list: how Lucene compares documents, and where a document stands. Made for one question; not
/// thread-safe.
final class Ordering {

    private final IndexSearcher searcher;
    private final Ranks ranks;
    private final List<Order> orders;
    private final boolean relevance;
    private final Predicate<String> listed;
    private final Map<String, SortedDocValues> opened = new HashMap<>();
    private @Nullable LeafReaderContext leaf;

    /// @param relevance whether documents are ordered by their score before anything else
    /// @param listed    whether a path has doc values of its own
    Ordering(IndexSearcher searcher, Ranks ranks, List<Order> orders, boolean relevance, Predicate<String> listed) {
        this.searcher = searcher;
        this.ranks = ranks;
        this.orders = orders;
        this.relevance = relevance;
        this.listed = listed;
    }

    /// @param backwards whether the list is walked from its end
    Sort sort(boolean backwards) {
        List<SortField> fields = new ArrayList<>();
        if (relevance) {
            fields.add(new SortField(null, SortField.Type.SCORE, backwards));
        }
        for (Order order : orders) {
            boolean reversed = order.descending() != backwards;
            fields.add(
                    isListed(order)
                            ? new SortField(
                                    ordered(order),
                                    new RankOrder(ranks.of(searcher, ordered(order)), order.descending()),
                                    reversed)
                            : new SortField(Names.ANY, new AnyPathOrder(order.path(), order.descending()), reversed));
        }
        fields.add(new SortField(Names.ID, new RankOrder(ranks.of(searcher, Names.ID), false), backwards));
        return new Sort(fields.toArray(SortField[]::new));
    }

    List<Order> orders() {
        return orders;
    }

    /// Whether documents are compared by their ranks and nothing else.
    boolean isByRanks() {
        return !relevance && orders.stream().allMatch(this::isListed);
    }

    /// What documents are compared by, the most important first. Only where it [is by ranks][#isByRanks].
    List<Rank> ranks() {
        List<Rank> all = new ArrayList<>();
        orders.forEach(order -> all.add(new Rank(ranks.of(searcher, ordered(order)), order.descending())));
        all.add(new Rank(ranks.of(searcher, Names.ID), false));
        return all;
    }

    /// One thing that documents are compared by.
    record Rank(Ranks.OfField ranks, boolean descending) {

        /// How many places there are, but for that of documents without a value.
        int count() {
            return ranks.count();
        }

        /// The place of a document in the direction of the list; those without a value come last.
        int place(int doc) {
            int rank = ranks.rank(doc);
            if (rank == Ranks.OfField.NONE) {
                return count();
            }
            return descending ? count() - 1 - rank : rank;
        }

        /// Compares a document with twice a rank, in the direction of the list.
        int compare(int doc, int twice) {
            int rank = ranks.rank(doc);
            int own = rank == Ranks.OfField.NONE ? RankOrder.absent(descending) : 2 * rank;
            return descending ? Integer.compare(twice, own) : Integer.compare(own, twice);
        }
    }

    /// Where a hit stands.
    Place place(FieldDoc hit, String id) throws IOException {
        List<@Nullable String> values = new ArrayList<>();
        if (relevance) {
            values.add(String.valueOf(hit.fields[0]));
        }
        for (Order order : orders) {
            values.add(value(order, hit.doc));
        }
        return new Place(values, id);
    }

    /// A place as Lucene compares it.
    FieldDoc after(Place place) throws IOException {
        if (place.values().size() != orders.size() + (relevance ? 1 : 0)) {
            throw new Refusal.InvalidInput("search-place", "This is no place in a list of this order");
        }
        List<@Nullable Object> fields = new ArrayList<>();
        int number = 0;
        if (relevance) {
            fields.add(score(place.values().get(number++)));
        }
        for (Order order : orders) {
            String value = place.values().get(number++);
            if (!isListed(order)) {
                fields.add(value == null ? null : new BytesRef(value));
            } else if (value == null) {
                fields.add(RankOrder.absent(order.descending()));
            } else {
                fields.add(ranks.of(searcher, ordered(order)).twiceTheRank(new BytesRef(value)));
            }
        }
        fields.add(ranks.of(searcher, Names.ID).twiceTheRank(new BytesRef(place.id())));
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields.toArray());
    }

    /// Compares a document with a [place][#after]. Only where it [is by ranks][#isByRanks].
    static int compare(List<Rank> ranks, int doc, FieldDoc place) {
        int number = 0;
        for (Rank rank : ranks) {
            int compared = rank.compare(doc, (Integer) place.fields[number++]);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private @Nullable String value(Order order, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        int local = doc - leaf.docBase;
        if (isListed(order)) {
            SortedDocValues values = opened(leaf, ordered(order), local);
            return values.advanceExact(local)
                    ? values.lookupOrd(values.ordValue()).utf8ToString()
                    : null;
        }
        SortedSetDocValues any = DocValues.getSortedSet(leaf.reader(), Names.ANY);
        BytesRef smallest = AnyPathOrder.smallest(any, PathRange.of(any, order.path()), local);
        return smallest == null ? null : smallest.utf8ToString();
    }

    /// The values of a segment, opened once for documents that are asked for in the order in which they lie.
    private SortedDocValues opened(LeafReaderContext of, String field, int doc) throws IOException {
        if (of != leaf) {
            opened.clear();
            leaf = of;
        }
        SortedDocValues values = opened.get(field);
        if (values == null || values.docID() > doc) {
            values = DocValues.getSorted(of.reader(), field);
            opened.put(field, values);
        }
        return values;
    }

    private boolean isListed(Order order) {
        return listed.test(Names.path(order.path()));
    }

    private static String ordered(Order order) {
        return Names.ordered(Names.path(order.path()));
    }

    private static Float score(@Nullable String text) {
        try {
            return Float.valueOf(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw new Refusal.InvalidInput(
                    "search-place", "\"" + text + "\" is no place in a list that is ordered by relevance");
        }
    }
}
