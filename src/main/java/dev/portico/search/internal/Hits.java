package dev.portico.search.internal;

import dev.portico.search.Hit;
import dev.portico.search.Json;
import dev.portico.search.Place;
import dev.portico.search.Snippet;
import dev.portico.search.Suggestion;
import dev.portico.search.sources.DocumentText;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Reads what the index keeps of documents. Made for one question; not thread-safe.
///
/// Documents are read in the order in which they lie, so that each segment's values are opened once: that takes as much
/// memory as the longest of them has.
final class Hits {

    private final List<LeafReaderContext> leaves;
    private final Map<String, BinaryDocValues> opened = new HashMap<>();
    private @Nullable LeafReaderContext leaf;

    private final @Nullable Guard guard;

    /// For what no guard is about: summaries and texts.
    Hits(IndexSearcher searcher) {
        this(searcher, null);
    }

    Hits(IndexSearcher searcher, @Nullable Guard guard) {
        this.leaves = searcher.getIndexReader().leaves();
        this.guard = guard;
    }

    /// The documents of a list.
    ///
    /// @param whole    whether the documents are given, and not their summaries alone
    /// @param snippets null for none
    List<Hit> of(List<FieldDoc> docs, Ordering ordering, boolean whole, @Nullable Snippets snippets)
            throws IOException {
        Hit[] hits = new Hit[docs.size()];
        for (int number : inPlace(docs)) {
            Deadline.check();
            FieldDoc doc = docs.get(number);
            String[] key = key(doc.doc);
            hits[number] = new Hit(
                    key[0],
                    key[1],
                    whole ? shown(key[0], doc.doc) : Json.NOTHING,
                    json(Names.SUMMARY, doc.doc),
                    ordering.place(doc, key[1]),
                    snippets == null ? List.<Snippet>of() : snippets.of(texts(doc.doc)));
        }
        return Arrays.asList(hits);
    }

    /// A document whose key is known.
    Hit of(int doc, String type, String id) throws IOException {
        return new Hit(type, id, shown(type, doc), json(Names.SUMMARY, doc), new Place(List.of(), id), List.of());
    }

    List<Suggestion> suggestions(List<ScoreDoc> docs) throws IOException {
        Suggestion[] suggestions = new Suggestion[docs.size()];
        for (int number : inPlace(docs)) {
            int doc = docs.get(number).doc;
            String[] key = key(doc);
            suggestions[number] = new Suggestion(key[0], key[1], json(Names.SUMMARY, doc));
        }
        return Arrays.asList(suggestions);
    }

    List<DocumentText> texts(int doc) throws IOException {
        return Texts.read(bytes(Names.TEXTS, doc));
    }

    /// The numbers of the documents in the list, in the order in which they lie.
    private static int[] inPlace(List<? extends ScoreDoc> docs) {
        return IntStream.range(0, docs.size())
                .boxed()
                .sorted(Comparator.comparingInt(number -> docs.get(number).doc))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Json json(String field, int doc) throws IOException {
        BytesRef bytes = BytesRef.deepCopyOf(bytes(field, doc));
        return Json.of(bytes.bytes, bytes.offset, bytes.length);
    }

    private Json shown(String type, int doc) throws IOException {
        if (guard == null) {
            throw new IllegalStateException("Documents are shown to a reader only");
        }
        return guard.json(type, json(Names.JSON, doc), found(Names.GUARDED, doc));
    }

    private BytesRef bytes(String field, int doc) throws IOException {
        BytesRef found = found(field, doc);
        if (found == null) {
            throw new IllegalStateException("A document of the index lacks its " + field);
        }
        return found;
    }

    private @Nullable BytesRef found(String field, int doc) throws IOException {
        LeafReaderContext of = leaves.get(ReaderUtil.subIndex(doc, leaves));
        int local = doc - of.docBase;
        if (of != leaf) {
            opened.clear();
            leaf = of;
        }
        BinaryDocValues values = opened.get(field);
        if (values == null || values.docID() > local) {
            values = of.reader().getBinaryDocValues(field);
            if (values != null) {
                opened.put(field, values);
            }
        }
        return values != null && values.advanceExact(local) ? values.binaryValue() : null;
    }

    /// Type and id.
    private String[] key(int doc) throws IOException {
        return bytes(Names.KEY, doc).utf8ToString().split("\0", 2);
    }
}
