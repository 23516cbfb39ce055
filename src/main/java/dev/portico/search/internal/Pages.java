package dev.portico.search.internal;

import dev.portico.search.Page;
import dev.portico.search.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;

/// Takes a page of the documents that match.
final class Pages {

    /// Text by the numbers of its characters, which is the order of its UTF-8 bytes.
    static final Comparator<String> BY_CODE_POINT = (one, other) -> new BytesRef(one).compareTo(new BytesRef(other));

    private Pages() {}

    /// A page as documents of Lucene.
    ///
    /// @param docs in the order of the list
    /// @param more whether there are others beyond, in the direction of the page
    record Found(List<FieldDoc> docs, boolean more) {}

    static Found find(IndexSearcher searcher, Query query, Ordering ordering, Page page) throws IOException {
        boolean backwards = page.before() != null;
        Place edge = backwards ? page.before() : page.after();
        long wanted = (long) page.offset() + page.limit() + 1;
        FieldDoc after = edge == null ? null : ordering.after(edge);
        int most = (int) Math.clamp(searcher.getIndexReader().maxDoc(), 1, wanted);
        TopFieldDocs top =
                searcher.search(query, new TopFieldCollectorManager(ordering.sort(backwards), most, after, most));
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
}
