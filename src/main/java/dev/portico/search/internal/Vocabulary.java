package dev.portico.search.internal;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.DocIdSetBuilder;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// Terms of one segment with the documents that hold them, laid out so that they are looked through as one text: a
/// megabyte takes a fraction of a millisecond, and nothing is decoded meanwhile.
final class Vocabulary {

    private String text = "";

    /// Where each term starts in the text, and its first document among the documents; one more for the end.
    private int[] starts = new int[16];

    private int[] firsts = new int[16];
    private int[] docs = new int[16];
    private int terms;

    private Vocabulary() {}

    /// The terms of a field that begin alike, without that beginning.
    ///
    /// @param most how many bytes it may take
    /// @return null where it would take more
    static @Nullable Vocabulary read(LeafReader segment, String field, String beginning, long most) throws IOException {
        Vocabulary vocabulary = new Vocabulary();
        Terms all = segment.terms(field);
        return all == null || vocabulary.take(all.iterator(), new BytesRef(beginning), most) ? vocabulary : null;
    }

    private boolean take(TermsEnum all, BytesRef beginning, long most) throws IOException {
        StringBuilder joined = new StringBuilder();
        PostingsEnum postings = null;
        int count = 0;
        BytesRef term = all.seekCeil(beginning) == TermsEnum.SeekStatus.END ? null : all.term();
        while (term != null && StringHelper.startsWith(term, beginning)) {
            int behind = beginning.length;
            joined.append(new BytesRef(term.bytes, term.offset + behind, term.length - behind).utf8ToString());
            postings = all.postings(postings, PostingsEnum.NONE);
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                docs = ArrayUtil.grow(docs, count + 1);
                docs[count++] = doc;
            }
            terms++;
            starts = ArrayUtil.grow(starts, terms + 1);
            firsts = ArrayUtil.grow(firsts, terms + 1);
            starts[terms] = joined.length();
            firsts[terms] = count;
            if (2L * joined.length() + 4L * count + 8L * terms > most) {
                return false;
            }
            term = all.next();
        }
        text = joined.toString();
        starts = Arrays.copyOf(starts, terms + 1);
        firsts = Arrays.copyOf(firsts, terms + 1);
        docs = Arrays.copyOf(docs, count);
        return true;
    }

    /// About how many bytes it takes.
    long bytes() {
        return 100 + 2L * text.length() + 4L * (starts.length + firsts.length + docs.length);
    }

    /// The documents with a term that begins so.
    @Nullable
    DocIdSetIterator beginning(String start, int maxDoc) throws IOException {
        int first = firstFrom(start);
        int end = first;
        while (end < terms && text.startsWith(start, starts[end]) && starts[end] + start.length() <= starts[end + 1]) {
            end++;
        }
        if (first == end) {
            return null;
        }
        DocIdSetBuilder found = new DocIdSetBuilder(maxDoc);
        add(found, first, end);
        return found.build().iterator();
    }

    /// The documents with a term that has the part somewhere in it.
    @Nullable
    DocIdSetIterator holding(String part, int maxDoc) throws IOException {
        if (part.isEmpty()) {
            return beginning(part, maxDoc);
        }
        DocIdSetBuilder found = null;
        int term = 0;
        int at = text.indexOf(part);
        while (at >= 0 && term < terms) {
            term = termAt(at, term);
            int next = at + 1;
            if (term < terms && at + part.length() <= starts[term + 1]) {
                found = found == null ? new DocIdSetBuilder(maxDoc) : found;
                add(found, term, term + 1);
                term++;
                next = starts[term];
            }
            at = term < terms ? text.indexOf(part, next) : -1;
        }
        return found == null ? null : found.build().iterator();
    }

    private void add(DocIdSetBuilder found, int first, int end) {
        DocIdSetBuilder.BulkAdder adder = found.grow(firsts[end] - firsts[first]);
        for (int number = firsts[first]; number < firsts[end]; number++) {
            adder.add(docs[number]);
        }
    }

    /// The number of the term that the place in the text belongs to; of several there, which are empty but for the
    /// last, the first not before the one given.
    private int termAt(int place, int from) {
        int low = from;
        int high = terms;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle + 1] <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstFrom(String start) {
        int low = 0;
        int high = terms;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(middle, start)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether a term comes before the text in the order of code points, which is that of the terms.
    private boolean isBefore(int term, String start) {
        int length = Math.min(starts[term + 1] - starts[term], start.length());
        for (int number = 0; number < length; number++) {
            char own = text.charAt(starts[term] + number);
            char other = start.charAt(number);
            if (own != other) {
                boolean bothHigh = own >= Character.MIN_SURROGATE && other >= Character.MIN_SURROGATE;
                if (bothHigh && Character.isSurrogate(own) != Character.isSurrogate(other)) {
                    return Character.isSurrogate(other);
                }
                return own < other;
            }
        }
        return starts[term + 1] - starts[term] < start.length();
    }
}
