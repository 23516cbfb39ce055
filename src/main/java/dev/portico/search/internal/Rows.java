package dev.portico.search.internal;

import dev.portico.search.Order;
import dev.portico.search.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/// All documents of a view in the order of a list, put in order once: a page is then taken by walking along it past the
/// few documents that do not match, instead of comparing all that do. Four bytes a document and order.
final class Rows {

    private static final int MOST_ORDERS = 32;
    private static final int LONGEST = 1_000;

    /// An order that is asked for once in a view is not worth it.
    private static final int WORTH = 2;

    private final PerView<List<Order>, AtomicInteger> asked = new PerView<>();
    private final PerView<List<Order>, int[]> known = new PerView<>();

    /// Whether a page is found sooner by walking than by comparing.
    boolean isWorth(IndexSearcher searcher, Ordering ordering, Page page, Matches.Matched matched) {
        if (!ordering.isByRanks() || length(ordering.orders()) > LONGEST) {
            return false;
        }
        int all = searcher.getIndexReader().maxDoc();
        double steps = ((double) page.offset() + page.limit() + 1) * all / matched.total();
        if (steps > matched.total()) {
            return false;
        }
        Map<List<Order>, AtomicInteger> counts = asked.of(searcher.getIndexReader());
        return (counts.size() < MOST_ORDERS || counts.containsKey(ordering.orders()))
                && counts.computeIfAbsent(ordering.orders(), any -> new AtomicInteger())
                                .incrementAndGet()
                        >= WORTH;
    }

    /// How long the paths are, which are kept as a key.
    private static int length(List<Order> orders) {
        return orders.stream().mapToInt(order -> order.path().length()).sum();
    }

    /// A page of the documents that match, as [Pages] finds it.
    Pages.Found page(IndexSearcher searcher, Ordering ordering, Page page, FixedBitSet matching) throws IOException {
        List<Ordering.Rank> ranks = ordering.ranks();
        int documents = searcher.getIndexReader().maxDoc();
        int[] row =
                known.of(searcher.getIndexReader()).computeIfAbsent(ordering.orders(), any -> row(ranks, documents));
        boolean backwards = page.before() != null;
        int step = backwards ? -1 : 1;
        int at = start(row, ranks, ordering, page);
        int left = page.offset();
        List<FieldDoc> docs = new ArrayList<>(page.limit());
        boolean more = false;
        for (; at >= 0 && at < row.length && !more; at += step) {
            if (!matching.get(row[at])) {
                continue;
            }
            if (left > 0) {
                left--;
            } else if (docs.size() < page.limit()) {
                docs.add(new FieldDoc(row[at], Float.NaN));
            } else {
                more = true;
            }
        }
        if (backwards) {
            Collections.reverse(docs);
        }
        return new Pages.Found(docs, more);
    }

    private static int start(int[] row, List<Ordering.Rank> ranks, Ordering ordering, Page page) throws IOException {
        if (page.before() != null) {
            return firstNotBefore(row, ranks, ordering.after(page.before()), 0) - 1;
        }
        return page.after() == null ? 0 : firstNotBefore(row, ranks, ordering.after(page.after()), 1);
    }

    /// The first place in the row whose document stands at the given place or behind it.
    ///
    /// @param least 0 for at it or behind, 1 for behind only
    private static int firstNotBefore(int[] row, List<Ordering.Rank> ranks, FieldDoc place, int least) {
        int low = 0;
        int high = row.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Ordering.compare(ranks, row[middle], place) < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Puts the documents in order, by the last rank first.
    private static int[] row(List<Ordering.Rank> ranks, int documents) {
        int[] row = new int[documents];
        for (int doc = 0; doc < documents; doc++) {
            row[doc] = doc;
        }
        for (Ordering.Rank rank : ranks.reversed()) {
            row = sorted(row, rank);
        }
        return row;
    }

    /// Puts documents in the order of one rank; equals stay as they are.
    private static int[] sorted(int[] row, Ordering.Rank rank) {
        int[] places = new int[rank.count() + 2];
        for (int doc : row) {
            places[rank.place(doc) + 1]++;
        }
        for (int place = 1; place < places.length; place++) {
            places[place] += places[place - 1];
        }
        int[] sorted = new int[row.length];
        for (int doc : row) {
            sorted[places[rank.place(doc)]++] = doc;
        }
        return sorted;
    }
}
