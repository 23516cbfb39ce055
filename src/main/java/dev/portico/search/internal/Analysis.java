package dev.portico.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/// How text becomes words: cut at spaces, punctuation and changes of case, in lower case, without accents.
///
/// `fareEngine`, `fare-engine` and `fare_engine` all hold *fare*, *engine* and *fareengine*.
final class Analysis {

    private static final int LONGEST_WORD = 100;
    private static final int MOST_TYPED = 16;

    /// The words of texts as they are indexed.
    static final Cutter PLAIN = new Cutter(new Words(true, false, List.of(), Analyzer.GLOBAL_REUSE_STRATEGY));

    /// Their stems.
    static final Cutter STEMS = new Cutter(new Words(true, true, List.of(), Analyzer.GLOBAL_REUSE_STRATEGY));

    private static final Analyzer TYPED = new Words(false, false, List.of(), new Afresh());
    private static final Analyzer TYPED_STEMS = new Words(false, true, List.of(), new Afresh());

    private Analysis() {}

    /// What reads texts again to find stems in them. For one thread at a time.
    ///
    /// @param beginnings leaves out what holds none of these; empty to leave out nothing
    static Analyzer stems(List<String> beginnings) {
        return new Words(true, true, beginnings, new Own());
    }

    /// The words that were typed, each once, in their order: `fareEngine 2` gives *fare*, *engine*, *2*. Of a text that
    /// was pasted, the first sixteen.
    static List<String> typed(String typed) {
        return words(typed).stream().distinct().limit(MOST_TYPED).toList();
    }

    /// All words of a text.
    static List<String> words(String text) {
        return tokens(TYPED, text);
    }

    /// The stem of one of [#words].
    static String stem(String word) {
        List<String> stems = tokens(TYPED_STEMS, word);
        return stems.isEmpty() ? word : stems.getFirst();
    }

    private static List<String> tokens(Analyzer analyzer, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static final class Words extends Analyzer {

        private static final int PARTS = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
                | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
                | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;

        private final boolean text;
        private final boolean stems;
        private final List<String> beginnings;

        Words(boolean text, boolean stems, List<String> beginnings, ReuseStrategy reuse) {
            super(reuse);
            this.text = text;
            this.stems = stems;
            this.beginnings = beginnings;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new WhitespaceTokenizer();
            TokenStream words = beginnings.isEmpty() ? source : new Sieve(source, beginnings);
            words = new EnglishPossessiveFilter(words);
            int how = text ? PARTS | WordDelimiterGraphFilter.CATENATE_ALL : PARTS;
            words = new WordDelimiterGraphFilter(words, how, null);
            words = text ? new FlattenGraphFilter(words) : words;
            words = new LowerCaseFilter(words);
            words = new ASCIIFoldingFilter(words);
            words = stems ? new PorterStemFilter(words) : words;
            return new TokenStreamComponents(source, new LengthFilter(words, 1, LONGEST_WORD));
        }
    }

    /// Keeps nothing for the thread: requests run on threads that live for one request.
    private static final class Afresh extends Analyzer.ReuseStrategy {
        @Override
        public Analyzer.@Nullable TokenStreamComponents getReusableComponents(Analyzer analyzer, String field) {
            return null;
        }

        @Override
        public void setReusableComponents(Analyzer analyzer, String field, Analyzer.TokenStreamComponents components) {
            // not kept
        }
    }

    /// Keeps what it made with the analyzer itself.
    private static final class Own extends Analyzer.ReuseStrategy {

        private Analyzer.@Nullable TokenStreamComponents components;

        @Override
        public Analyzer.@Nullable TokenStreamComponents getReusableComponents(Analyzer analyzer, String field) {
            return components;
        }

        @Override
        public void setReusableComponents(Analyzer analyzer, String field, Analyzer.TokenStreamComponents made) {
            components = made;
        }
    }
}
