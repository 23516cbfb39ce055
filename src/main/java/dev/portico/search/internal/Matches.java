package dev.portico.search.internal;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/// Which documents match, found once for each query and view of the index. The reader's scope is part of the query.
final class Matches {

    /// What is kept for one view, in bytes, and for one query beside its bits.
    private static final long MOST = 8_000_000;

    private static final int EACH = 1_000;

    private final Kept<Query, Matched> known = new Kept<>(MOST);

    /// The documents of a view that match.
    ///
    /// @param docs a bit for each document
    record Matched(FixedBitSet docs, int total) {}

    Matched of(IndexSearcher searcher, Query query) throws IOException {
        Matched before = known.find(searcher.getIndexReader(), query);
        if (before != null) {
            return before;
        }
        Matched matched = find(searcher, query);
        known.keep(searcher.getIndexReader(), query, query, matched, EACH + matched.docs.length() / 8);
        return matched;
    }

    private static Matched find(IndexSearcher searcher, Query query) throws IOException {
        FixedBitSet docs = new FixedBitSet(Math.max(1, searcher.getIndexReader().maxDoc()));
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Deadline.check();
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                Bits live = leaf.reader().getLiveDocs();
                DocIdSetIterator matching = scorer.iterator();
                for (int doc = matching.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matching.nextDoc()) {
                    if ((doc & 1_023) == 0) {
                        Deadline.check();
                    }
                    if (live == null || live.get(doc)) {
                        docs.set(leaf.docBase + doc);
                    }
                }
            }
        }
        return new Matched(docs, docs.cardinality());
    }
}
