package dev.portico.search.internal;

import dev.portico.search.Reason;
import dev.portico.search.sources.DocumentText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/// Says why a document is a hit: for each word, the way of finding it that gave most points, as Lucene explains them.
final class Reasons {

    private Reasons() {}

    static List<Reason> of(IndexSearcher searcher, int doc, String typed) throws IOException {
        List<DocumentText> texts = new Hits(searcher).texts(doc);
        List<Found> found = new ArrayList<>();
        for (String word : Analysis.typed(typed)) {
            best(searcher, doc, word).ifPresent(found::add);
        }
        double total = found.stream().mapToDouble(Found::points).sum();
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::points).reversed())
                .map(each -> each.reason(texts, total))
                .toList();
    }

    private static Optional<Found> best(IndexSearcher searcher, int doc, String word) throws IOException {
        Found best = null;
        for (Ranking.Clause clause : Ranking.clauses(word)) {
            Explanation explanation = searcher.explain(clause.query(), doc);
            if (explanation.isMatch()) {
                double points = explanation.getValue().doubleValue();
                if (best == null || points > best.points) {
                    best = new Found(word, clause, points);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// @param points how much it counts
    private record Found(String word, Ranking.Clause clause, double points) {

        Reason reason(List<DocumentText> texts, double total) {
            String label = clause.role().word();
            String spelled = word;
            int nearest = Integer.MAX_VALUE;
            for (DocumentText text : texts) {
                if (text.role() == clause.role()) {
                    for (String candidate : Analysis.words(text.text())) {
                        int distance = distance(candidate);
                        if (distance >= 0 && distance < nearest) {
                            nearest = distance;
                            label = text.label();
                            spelled = candidate;
                        }
                    }
                }
            }
            int weight = (int) Math.round(100 * points / total);
            return new Reason(word, label, clause.match(), spelled, weight, sentence(label, spelled));
        }

        /// How far a word of the document is from the one typed, for this way of finding it; negative where it is not
        /// found this way.
        private int distance(String candidate) {
            return switch (clause.match()) {
                case EXACT -> candidate.equals(word) ? 0 : -1;
                case PREFIX -> candidate.startsWith(word) ? candidate.length() - word.length() : -1;
                case STEM -> Analysis.stem(candidate).equals(Analysis.stem(word)) ? 0 : -1;
                case SPELLED_ALIKE -> mistakes(candidate);
            };
        }

        private int mistakes(String candidate) {
            LevenshteinAutomata alike = new LevenshteinAutomata(word, true);
            for (int most = 0; most <= LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE; most++) {
                if (Operations.run(alike.toAutomaton(most), candidate)) {
                    return most;
                }
            }
            return -1;
        }

        private String sentence(String label, String spelled) {
            String where = "its " + label;
            return switch (clause.match()) {
                case EXACT -> "“" + word + "” is a word of " + where + ".";
                case PREFIX -> "“" + spelled + "” in " + where + " begins with “" + word + "”.";
                case STEM -> "“" + spelled + "” in " + where + " is another form of “" + word + "”.";
                case SPELLED_ALIKE -> "“" + spelled + "” in " + where + " is spelled like “" + word + "”.";
            };
        }
    }
}
