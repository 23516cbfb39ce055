package dev.portico.search.internal;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageScorer;

/// Ranks passages as Lucene does, without a table of words for each of them: it would take 32 KB, and a passage holds a
/// few words.
final class PassageRank extends PassageScorer {

    @Override
    public float score(Passage passage, int contentLength) {
        int matches = passage.getNumMatches();
        int length = passage.getEndOffset() - passage.getStartOffset();
        float score = 0;
        for (int match = 0; match < matches; match++) {
            if (firstOf(passage, match) == match) {
                int inDocument = passage.getMatchTermFreqsInDoc()[match];
                score += tf(count(passage, match), length) * weight(contentLength, inDocument);
            }
        }
        return score * norm(passage.getStartOffset());
    }

    /// The first place at which the passage holds the same word.
    private static int firstOf(Passage passage, int match) {
        int first = 0;
        while (!passage.getMatchTerms()[first].bytesEquals(passage.getMatchTerms()[match])) {
            first++;
        }
        return first;
    }

    private static int count(Passage passage, int match) {
        int count = 0;
        for (int other = 0; other < passage.getNumMatches(); other++) {
            if (passage.getMatchTerms()[other].bytesEquals(passage.getMatchTerms()[match])) {
                count++;
            }
        }
        return count;
    }
}
