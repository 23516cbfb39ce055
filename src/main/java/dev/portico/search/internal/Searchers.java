package dev.portico.search.internal;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/// Makes views of an index that remember, for each segment, which documents meet a part of a filter: above all what a
/// reader may read. A segment never changes, so that what is remembered outlasts the view.
final class Searchers extends SearcherFactory {

    private static final int MOST_QUERIES = 1_000;
    private static final long MOST_BYTES = 16_000_000;

    /// A part that many times as large as what it is joined with is not worth finding whole.
    private static final float MUCH_LARGER = 10;

    private final LRUQueryCache cache = new LRUQueryCache(MOST_QUERIES, MOST_BYTES, any -> true, MUCH_LARGER);

    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
        IndexSearcher searcher = new TermsKnown(reader);
        searcher.setQueryCache(cache);
        searcher.setQueryCachingPolicy(new Joined());
        return searcher;
    }

    /// Looks each term up once: a search by a word asks for it in a dozen ways, in every segment.
    private static final class TermsKnown extends IndexSearcher {

        private static final int MOST = 2_000;
        private static final int LONGEST = 200;

        private final Map<Term, TermStates> known = new ConcurrentHashMap<>();

        TermsKnown(IndexReader reader) {
            super(reader);
            setTimeout(Deadline.LUCENE);
        }

        @Override
        public Weight createWeight(Query query, ScoreMode scoring, float boost) throws IOException {
            boolean plain = query instanceof TermQuery term
                    && term.getTermStates() == null
                    && term.getTerm().bytes().length <= LONGEST;
            return super.createWeight(plain ? known(((TermQuery) query).getTerm()) : query, scoring, boost);
        }

        private Query known(Term term) throws IOException {
            TermStates states = known.get(term);
            if (states == null) {
                states = TermStates.build(this, term, true);
                if (known.size() < MOST) {
                    known.put(term, states);
                }
            }
            return new TermQuery(term, states);
        }
    }

    /// Single terms are found as fast as they are remembered.
    private static final class Joined implements QueryCachingPolicy {

        @Override
        public void onUse(Query query) {
            // all that are joined are worth it
        }

        @Override
        public boolean shouldCache(Query query) {
            return query instanceof BooleanQuery || query instanceof TermPart;
        }
    }
}
