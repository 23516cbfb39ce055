package dev.portico.search.internal;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// Finds documents by their keys, of those that a query of the reader's scope holds.
final class Lookup {

    private final IndexSearcher searcher;
    private final Allowed readable;

    Lookup(IndexSearcher searcher, Query readable) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(readable), ScoreMode.COMPLETE_NO_SCORES, 1);
        this.searcher = searcher;
        this.readable = (leaf, doc) -> {
            Scorer scorer = weight.scorer(leaf);
            return scorer != null && scorer.iterator().advance(doc) == doc;
        };
    }

    /// The numbers of the documents, by id. Those that are not there or not readable are left out.
    Map<String, Integer> of(String type, Collection<String> ids) throws IOException {
        return found(searcher, type, ids, readable);
    }

    /// The numbers of the documents, by id, whoever may read them. Those that are not there are left out.
    static Map<String, Integer> all(IndexSearcher searcher, String type, Collection<String> ids) throws IOException {
        return found(searcher, type, ids, (leaf, doc) -> true);
    }

    private static Map<String, Integer> found(
            IndexSearcher searcher, String type, Collection<String> ids, Allowed allowed) throws IOException {
        Map<String, Integer> found = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(Names.KEY);
            if (terms != null) {
                TermsEnum keys = terms.iterator();
                for (String id : ids) {
                    int doc = live(leaf, keys, Names.key(type, id));
                    if (doc >= 0 && allowed.holds(leaf, doc)) {
                        found.put(id, leaf.docBase + doc);
                    }
                }
            }
        }
        return found;
    }

    private static int live(LeafReaderContext leaf, TermsEnum keys, String key) throws IOException {
        if (!keys.seekExact(new BytesRef(key))) {
            return -1;
        }
        PostingsEnum postings = keys.postings(null, PostingsEnum.NONE);
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            if (live == null || live.get(doc)) {
                return doc;
            }
        }
        return -1;
    }

    /// Whether a document of a segment may be read.
    private interface Allowed {
        boolean holds(LeafReaderContext leaf, int doc) throws IOException;
    }
}
