package dev.portico.search.internal;

import dev.portico.search.internal.Cutter.Word;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Words that are known already, as Lucene takes them.
final class CutWords extends TokenStream {

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Word> words;
    private Iterator<Word> next;
    private boolean first = true;

    CutWords(List<Word> words) {
        this.words = words;
        this.next = words.iterator();
    }

    @Override
    public void reset() {
        next = words.iterator();
        first = true;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!next.hasNext()) {
            return false;
        }
        Word word = next.next();
        term.setBytesRef(word.term());
        step.setPositionIncrement(word.beside() && !first ? 0 : 1);
        first = false;
        return true;
    }
}
