package dev.portico.search.internal;

import dev.portico.kernel.Refusal;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Puts matching documents in order and takes a page of them.
final class Pages {

    /// Text by the numbers of its characters, which is the order of its UTF-8 bytes.
    static final Comparator<String> BY_CODE_POINT = (one, other) -> new BytesRef(one).compareTo(new BytesRef(other));

    private Pages() {}

    /// A page as documents of Lucene.
    ///
    /// @param docs in the order of the list
    /// @param more whether there are others beyond, in the direction of the page
    record Found(List<FieldDoc> docs, boolean more) {}

    /// @param listed whether a path has doc values of its own
    static Found find(
            IndexSearcher searcher,
            Query query,
            List<Order> orders,
            boolean relevance,
            Page page,
            Predicate<String> listed)
            throws IOException {
        boolean backwards = page.before() != null;
        Place edge = backwards ? page.before() : page.after();
        Sort sort = sort(orders, relevance, backwards, listed);
        long wanted = (long) page.offset() + page.limit() + 1;
        FieldDoc after = edge == null ? null : fieldDoc(edge, relevance);
        int most = (int) Math.clamp(searcher.getIndexReader().maxDoc(), 1, wanted);
        TopFieldDocs top = searcher.search(query, new TopFieldCollectorManager(sort, most, after, most));
        List<FieldDoc> docs = new ArrayList<>();
        int end = (int) Math.min(top.scoreDocs.length, wanted - 1);
        for (ScoreDoc doc : Arrays.asList(top.scoreDocs).subList(Math.min(page.offset(), end), end)) {
            docs.add((FieldDoc) doc);
        }
        if (backwards) {
            Collections.reverse(docs);
        }
        return new Found(docs, top.scoreDocs.length > end);
    }

    /// Where a document stands.
    static Place place(FieldDoc doc) {
        List<@Nullable String> values = new ArrayList<>();
        for (Object value : doc.fields) {
            values.add(
                    switch (value) {
                        case BytesRef bytes -> bytes.utf8ToString();
                        case null -> null;
                        default -> value.toString();
                    });
        }
        String id = values.removeLast();
        return new Place(values, id == null ? "" : id);
    }

    private static Sort sort(List<Order> orders, boolean relevance, boolean backwards, Predicate<String> listed) {
        List<SortField> fields = new ArrayList<>();
        if (relevance) {
            fields.add(new SortField(null, SortField.Type.SCORE, backwards));
        }
        for (Order order : orders) {
            boolean reversed = order.descending() != backwards;
            fields.add(
                    listed.test(Names.path(order.path()))
                            ? new SortField(
                                    Names.ordered(Names.path(order.path())),
                                    SortField.Type.STRING,
                                    reversed,
                                    order.descending() ? SortField.STRING_FIRST : SortField.STRING_LAST)
                            : new SortField(Names.ANY, new AnyPathOrder(order.path(), order.descending()), reversed));
        }
        fields.add(new SortField(Names.ID, SortField.Type.STRING, backwards));
        return new Sort(fields.toArray(SortField[]::new));
    }

    private static FieldDoc fieldDoc(Place place, boolean relevance) {
        List<@Nullable Object> fields = new ArrayList<>();
        for (String value : place.values()) {
            fields.add(value == null ? null : relevance ? (Object) score(value) : new BytesRef(value));
        }
        fields.add(new BytesRef(place.id()));
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields.toArray());
    }

    private static Float score(String text) {
        try {
            return Float.valueOf(text);
        } catch (NumberFormatException e) {
            throw new Refusal.InvalidInput(
                    "search-place", "\"" + text + "\" is no place in a list that is ordered by relevance");
        }
    }
}
