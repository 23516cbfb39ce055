package dev.portico.specification;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How good a ranking is, against people's judgement: the normalised discounted cumulative gain (nDCG).
///
/// A hit of grade g at rank r, counted from 1, gains (2^g − 1) / log2(r + 1). The sum is divided by that of the best
/// ranking there could be, so 1 is perfect.
public final class RankingQuality {

    private RankingQuality() {}

    /// @param ranking refs, best first; one that comes again gains nothing again
    /// @param grades ref → grade; a ref that is not judged has grade 0
    /// @param depth how many ranks count
    public static double ndcg(List<String> ranking, Map<String, Integer> grades, int depth) {
        Set<String> seen = new HashSet<>();
        List<Integer> found = ranking.stream()
                .map(ref -> seen.add(ref) ? grades.getOrDefault(ref, 0) : 0)
                .toList();
        double best = gain(sorted(grades.values()), depth);
        if (best == 0) {
            throw new IllegalArgumentException("Nothing is relevant, so no ranking is better than another");
        }
        return gain(found, depth) / best;
    }

    private static List<Integer> sorted(Collection<Integer> grades) {
        return grades.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private static double gain(List<Integer> grades, int depth) {
        double gain = 0;
        for (int i = 0; i < Math.min(depth, grades.size()); i++) {
            gain += (Math.pow(2, grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2.0);
        }
        return gain;
    }
}
