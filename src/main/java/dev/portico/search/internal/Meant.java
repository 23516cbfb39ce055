package dev.portico.search.internal;

import dev.portico.search.Suggestion;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/// The documents that may be meant by what was typed so far, found once for each beginning, reader's scope and view of
/// the index: short beginnings are typed often, and many documents have to be ranked for them.
final class Meant {

    private static final long MOST = 8_000_000;
    private static final int EACH = 32;

    private final Kept<Asked, List<ScoreDoc>> known = new Kept<>(MOST);

    private record Asked(Query query, int limit) {}

    /// The names in the order of the ranks.
    ///
    /// @param readable what the reader may read
    List<Suggestion> of(IndexSearcher searcher, String typed, Query readable, int limit) throws IOException {
        List<Suggestion> meant = suggestions(searcher, Ranking.called(typed, false), readable, limit);
        return meant.isEmpty() ? suggestions(searcher, Ranking.called(typed, true), readable, limit) : meant;
    }

    private List<Suggestion> suggestions(IndexSearcher searcher, Query called, Query readable, int limit)
            throws IOException {
        Query query = Question.joined(called, readable);
        Asked asked = new Asked(query, limit);
        List<ScoreDoc> docs = known.find(searcher.getIndexReader(), asked);
        if (docs == null) {
            docs = List.of(searcher.search(query, limit).scoreDocs);
            known.keep(searcher.getIndexReader(), asked, query, docs, EACH + (long) EACH * docs.size());
        }
        return new Hits(searcher).suggestions(docs);
    }
}
