package dev.portico.search;

/// Why a document is a hit, for one word.
///
/// @param word     the word as it was typed
/// @param label    where it was found: `name`, `tag`, `API definition`
/// @param match    how it was found
/// @param found    the word as the document has it
/// @param weight   its part of the document's score, in percent
/// @param sentence all that, as a sentence
public record Reason(String word, String label, Match match, String found, int weight, String sentence) {

    /// How a word was found, best first.
    public enum Match {
        EXACT,
        PREFIX,
        STEM,
        SPELLED_ALIKE
    }
}
