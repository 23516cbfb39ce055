package dev.portico.search.internal;

import dev.portico.search.Hit;
import dev.portico.search.Json;
import dev.portico.search.Place;
import dev.portico.search.Snippet;
import dev.portico.search.Suggestion;
import dev.portico.search.sources.DocumentText;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/// Reads what the index keeps of a document.
final class Hits {

    private Hits() {}

    /// A document of a list.
    static Hit of(IndexSearcher searcher, FieldDoc doc, Ordering ordering) throws IOException {
        LeafReaderContext leaf = leaf(searcher, doc.doc);
        int local = doc.doc - leaf.docBase;
        String[] key = key(leaf, local);
        return new Hit(
                key[0],
                key[1],
                json(leaf, Names.JSON, local),
                json(leaf, Names.SUMMARY, local),
                ordering.place(doc, key[1]),
                List.of());
    }

    /// A document whose key is known.
    static Hit of(IndexSearcher searcher, int doc, String type, String id) throws IOException {
        LeafReaderContext leaf = leaf(searcher, doc);
        int local = doc - leaf.docBase;
        return new Hit(
                type,
                id,
                json(leaf, Names.JSON, local),
                json(leaf, Names.SUMMARY, local),
                new Place(List.of(), id),
                List.of());
    }

    static Hit with(Hit hit, List<Snippet> snippets) {
        return new Hit(hit.type(), hit.id(), hit.json(), hit.summary(), hit.place(), snippets);
    }

    static Suggestion suggestion(IndexSearcher searcher, int doc) throws IOException {
        LeafReaderContext leaf = leaf(searcher, doc);
        int local = doc - leaf.docBase;
        String[] key = key(leaf, local);
        return new Suggestion(key[0], key[1], json(leaf, Names.SUMMARY, local));
    }

    static List<DocumentText> texts(IndexSearcher searcher, int doc) throws IOException {
        LeafReaderContext leaf = leaf(searcher, doc);
        BytesRef bytes = bytes(leaf, Names.TEXTS, doc - leaf.docBase);
        return Texts.read(bytes.bytes, bytes.offset, bytes.length);
    }

    private static LeafReaderContext leaf(IndexSearcher searcher, int doc) {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }

    private static Json json(LeafReaderContext leaf, String field, int doc) throws IOException {
        BytesRef bytes = BytesRef.deepCopyOf(bytes(leaf, field, doc));
        return Json.of(bytes.bytes, bytes.offset, bytes.length);
    }

    private static BytesRef bytes(LeafReaderContext leaf, String field, int doc) throws IOException {
        BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
        if (values == null || !values.advanceExact(doc)) {
            throw new IllegalStateException("A document of the index lacks its " + field);
        }
        return values.binaryValue();
    }

    /// Type and id.
    private static String[] key(LeafReaderContext leaf, int doc) throws IOException {
        return bytes(leaf, Names.KEY, doc).utf8ToString().split("\0", 2);
    }
}
