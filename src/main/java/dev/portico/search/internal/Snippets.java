package dev.portico.search.internal;

import dev.portico.search.Snippet;
import dev.portico.search.sources.DocumentText;
import dev.portico.search.sources.DocumentText.Role;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/// Finds the passages of a document in which words were found. Made for one search; not thread-safe.
final class Snippets {

    private static final int PASSAGE = 160;
    private static final int WINDOW = 2_000;
    private static final int LONGEST_READ = 20_000;

    /// The last letter of a longer stem may differ from the word's: `polici` of `policy`.
    private static final int LONG_STEM = 4;

    /// All texts are cut into words alike, so that one name serves for every role.
    private static final String FIELD = Names.ANY_STEM;

    private @Nullable FieldHighlighter whole;
    private @Nullable FieldHighlighter passages;
    private final List<String> stems;
    private final List<String> beginnings;
    private final Analyzer analyzer;
    private final boolean loose;
    private final List<String> words;

    Snippets(String typed, boolean loose) {
        this.words = Analysis.typed(typed);
        this.stems = words.stream().map(Analysis::stem).toList();
        Stream<String> shortened =
                stems.stream().map(stem -> stem.length() > LONG_STEM ? stem.substring(0, stem.length() - 1) : stem);
        // Of a short word the stem may end otherwise: `ski` of `sky`.
        this.beginnings = Stream.concat(shortened, words.stream()).distinct().toList();
        this.loose = loose;
        this.analyzer = Analysis.stems(loose ? List.of() : beginnings);
    }

    /// The passages, at most one for each text; what the document holds only where nothing else is found.
    List<Snippet> of(List<DocumentText> texts) throws IOException {
        List<Snippet> found = new ArrayList<>();
        for (DocumentText text : texts) {
            if (text.role() != Role.BODY) {
                add(found, text);
            }
        }
        if (found.stream().noneMatch(snippet -> snippet.label().equals("description"))) {
            for (DocumentText text : texts) {
                if (text.role() == Role.BODY) {
                    add(found, text);
                }
            }
        }
        return found;
    }

    private void add(List<Snippet> found, DocumentText text) throws IOException {
        Deadline.check();
        if (!mayHold(text.text())) {
            return;
        }
        String part = text.text().length() > LONGEST_READ ? window(text.text()) : text.text();
        Object parts = highlighter(text.role()).highlightFieldForDoc(null, -1, part);
        if (parts instanceof Passages passages) {
            found.add(new Snippet(text.label(), passages.parts()));
        }
    }

    /// Whether it is worth cutting the text into words: most texts hold no letter of what was typed. Accents and
    /// misspellings are left to the closer look.
    private boolean mayHold(String text) {
        return loose || beginnings.stream().anyMatch(beginning -> holds(text, beginning)) || !isPlain(text);
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String text, String beginning) {
        char small = beginning.charAt(0);
        char large = Character.toUpperCase(small);
        for (int at = 0; at <= text.length() - beginning.length(); at++) {
            char letter = text.charAt(at);
            if ((letter == small || letter == large)
                    && text.regionMatches(true, at, beginning, 0, beginning.length())) {
                return true;
            }
        }
        return false;
    }

    /// The surroundings of the first stem that is spelled out; else the beginning.
    private String window(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String stem : stems) {
            int at = lower.indexOf(stem);
            if (at >= 0) {
                // Some letters become two in lower case, so that what is found may lie behind the end.
                int from = Math.clamp(at - WINDOW, 0, text.length());
                return text.substring(from, Math.min(text.length(), at + WINDOW));
            }
        }
        return text.substring(0, LONGEST_READ);
    }

    /// Something short is given as a whole, anything else by its best passage.
    private FieldHighlighter highlighter(Role role) {
        if (role == Role.NAME || role == Role.TITLE || role == Role.KEYWORD) {
            whole = whole == null ? new Highlighter(analyzer, query(), true).made() : whole;
            return whole;
        }
        passages = passages == null ? new Highlighter(analyzer, query(), false).made() : passages;
        return passages;
    }

    private Query query() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (int number = 0; number < words.size(); number++) {
            String word = words.get(number);
            query.add(new TermQuery(new Term(FIELD, stems.get(number))), Occur.SHOULD);
            query.add(new PrefixQuery(new Term(FIELD, word)), Occur.SHOULD);
            if (loose && word.length() > 3) {
                query.add(new FuzzyQuery(new Term(FIELD, word), 1, 1), Occur.SHOULD);
            }
        }
        return query.build();
    }

    /// What the highlighter gives out.
    private record Passages(List<Snippet.Part> parts) {}

    private static final class Highlighter extends UnifiedHighlighter {

        private final Query query;

        Highlighter(Analyzer analyzer, Query query, boolean whole) {
            super(UnifiedHighlighter.builderWithoutSearcher(analyzer)
                    .withWeightMatches(false)
                    .withPassageRelevancyOverSpeed(false)
                    .withFormatter(new Cut())
                    .withScorer(new PassageRank())
                    .withMaxNoHighlightPassages(0)
                    .withBreakIterator(() -> whole
                            ? new WholeBreakIterator()
                            : LengthGoalBreakIterator.createClosestToLength(
                                    BreakIterator.getSentenceInstance(Locale.ROOT), PASSAGE, 0.5f)));
            this.query = query;
        }

        FieldHighlighter made() {
            return getFieldHighlighter(FIELD, query, extractTerms(query), 1);
        }
    }

    /// Cuts a text where a found word begins and ends.
    private static final class Cut extends PassageFormatter {
        @Override
        public @Nullable Object format(Passage[] passages, String content) {
            if (passages.length == 0 || passages[0].getNumMatches() == 0) {
                return null;
            }
            Passage passage = passages[0];
            List<Snippet.Part> parts = new ArrayList<>();
            int at = passage.getStartOffset();
            for (int match = 0; match < passage.getNumMatches(); match++) {
                int start = Math.max(at, passage.getMatchStarts()[match]);
                int end = Math.min(passage.getMatchEnds()[match], passage.getEndOffset());
                if (end > start) {
                    part(parts, content.substring(at, start), false);
                    part(parts, content.substring(start, end), true);
                    at = end;
                }
            }
            part(parts, content.substring(at, Math.max(at, passage.getEndOffset())), false);
            return new Passages(parts);
        }

        private static void part(List<Snippet.Part> parts, String text, boolean found) {
            if (!text.isEmpty()) {
                parts.add(new Snippet.Part(text, found));
            }
        }
    }
}
