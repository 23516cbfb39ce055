package dev.portico.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/// Cuts texts into words as an analyzer does that looks at each piece between spaces alone, and remembers the pieces:
/// they repeat, and cutting one takes more than all that is done with its words. Any thread may ask.
final class Cutter {

    /// How many pieces are remembered, some megabytes; then it begins anew.
    private static final int MOST = 10_000;

    private static final int LONGEST = 40;

    private final Analyzer analyzer;
    private final Map<String, List<Word>> known = new ConcurrentHashMap<>();

    Cutter(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /// A word of a text.
    ///
    /// @param beside whether it stands at the place of the word before it, as *fareengine* does after *engine*
    record Word(BytesRef term, boolean beside) {}

    /// The words of a text, in their order and as often as they occur.
    List<Word> cut(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                words.addAll(piece(text.substring(at, end)));
            }
            at = end + 1;
        }
        return words;
    }

    private List<Word> piece(String piece) {
        List<Word> before = known.get(piece);
        if (before != null) {
            return before;
        }
        List<Word> words = analyzed(piece);
        if (repeats(piece)) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(piece, words);
        }
        return words;
    }

    /// Whether a piece may be expected again: short, and without the digits that make names differ.
    private static boolean repeats(String piece) {
        return piece.length() <= LONGEST && piece.chars().noneMatch(letter -> letter >= '0' && letter <= '9');
    }

    private List<Word> analyzed(String piece) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", piece)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new Word(new BytesRef(term), step.getPositionIncrement() == 0));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(words);
    }
}
