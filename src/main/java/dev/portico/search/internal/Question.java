package dev.portico.search.internal;

import dev.portico.search.Page;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What was asked, in the three forms in which it is cheapest to answer.
///
/// @param ranked   the documents with their scores
/// @param foremost those of them that come before all others, with the same scores; null where that is not known
/// @param counted  the same documents as the ranked ones, without scores
/// @param loose    whether they match in part only
record Question(Query ranked, @Nullable Query foremost, Query counted, boolean loose) {

    /// Everything within a filter; nothing is ranked.
    static Question list(Query within) {
        return new Question(within, null, within, false);
    }

    /// Documents that hold every word.
    static Question strict(String text, Query within) {
        Query foremost = Ranking.foremost(text);
        return new Question(
                joined(Ranking.strict(text), within),
                foremost == null ? null : joined(foremost, within),
                Filters.all(List.of(Ranking.strictly(text), within)),
                false);
    }

    /// Documents that hold some of the words, perhaps spelled otherwise.
    static Question loose(String text, Query within) {
        Query ranked = joined(Ranking.loose(text), within);
        return new Question(ranked, null, ranked, true);
    }

    static Query joined(Query ranked, Query within) {
        return new BooleanQuery.Builder()
                .add(ranked, Occur.MUST)
                .add(within, Occur.FILTER)
                .build();
    }

    /// A page of the documents. The foremost fill most pages; only where they do not, all that match are ranked.
    Pages.Found page(IndexSearcher searcher, Ordering ordering, Page page, boolean relevance) throws IOException {
        if (!relevance) {
            return Pages.find(searcher, counted, ordering, page);
        }
        if (foremost != null && page.before() == null) {
            Pages.Found found = Pages.find(searcher, foremost, ordering, page);
            if (found.more()) {
                return found;
            }
        }
        return Pages.find(searcher, ranked, ordering, page);
    }
}
