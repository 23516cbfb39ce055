package dev.portico.search.internal;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;

/// The words of one text, found once and written to two fields: finding them costs more than writing them.
///
/// The first field is written as the analyzer has it; the second, which only says what there is, with each word once.
/// They have to be in the document in this order. For one thread at a time, and for one writing.
final class SharedWords {

    private final Set<String> words = new LinkedHashSet<>();

    /// The field whose words are found.
    Field found(String name, String text, FieldType type) {
        return new Found(name, text, type);
    }

    /// The field that has the same words.
    Field again(String name, FieldType type) {
        return new Field(name, new Again(), type);
    }

    private final class Found extends Field {

        Found(String name, String text, FieldType type) {
            super(name, text, type);
        }

        @Override
        public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
            return new Noting(super.tokenStream(analyzer, reuse));
        }
    }

    private final class Noting extends TokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Noting(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            boolean more = input.incrementToken();
            if (more) {
                words.add(term.toString());
            }
            return more;
        }
    }

    private final class Again extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private Iterator<String> next = words.iterator();

        @Override
        public void reset() {
            next = words.iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!next.hasNext()) {
                return false;
            }
            term.append(next.next());
            return true;
        }

        /// A document may wait for others: it need not hold its words meanwhile.
        @Override
        public void close() {
            words.clear();
        }
    }
}
