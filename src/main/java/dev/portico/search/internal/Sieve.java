package dev.portico.search.internal;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Lets pass what may hold one of some beginnings of words, before it is cut into words: most of a text does not, and
/// cutting it costs most. What has accents always passes.
final class Sieve extends TokenFilter {

    private final List<String> beginnings;
    private final CharTermAttribute token = addAttribute(CharTermAttribute.class);
    private char[] letters = new char[64];

    /// @param beginnings in lower case, of letters and digits
    Sieve(TokenStream tokens, List<String> beginnings) {
        super(tokens);
        this.beginnings = beginnings;
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (input.incrementToken()) {
            if (mayHold()) {
                return true;
            }
        }
        return false;
    }

    private boolean mayHold() {
        char[] text = token.buffer();
        if (letters.length < token.length()) {
            letters = new char[text.length];
        }
        int length = 0;
        for (int at = 0; at < token.length(); at++) {
            char letter = text[at];
            if (letter >= 128) {
                return true;
            }
            if (Character.isLetterOrDigit(letter)) {
                letters[length++] = Character.toLowerCase(letter);
            }
        }
        for (String beginning : beginnings) {
            if (holds(beginning, length)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(String beginning, int length) {
        char first = beginning.charAt(0);
        for (int at = 0; at <= length - beginning.length(); at++) {
            if (letters[at] == first && continues(beginning, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean continues(String beginning, int at) {
        for (int number = 1; number < beginning.length(); number++) {
            if (letters[at + number] != beginning.charAt(number)) {
                return false;
            }
        }
        return true;
    }
}
