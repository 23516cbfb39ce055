package dev.portico.catalog.internal.trace;

import java.util.Arrays;
import java.util.List;

/// Whether a name may be meant by another that somebody wrote with a slip.
final class Likeness {

    private Likeness() {}

    /// Whether at least two thirds of the words of what was asked are in the name, but for a letter in four or five.
    static boolean between(String asked, String name) {
        List<String> words = words(asked);
        List<String> held = words(name);
        long alike = words.stream()
                .filter(word -> held.stream().anyMatch(other -> near(word, other)))
                .count();
        return !words.isEmpty() && 3 * alike >= 2L * words.size();
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("[-_.]", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean near(String one, String other) {
        int slips = one.length() < 4 ? 0 : one.length() < 9 ? 1 : 2;
        return Math.abs(one.length() - other.length()) <= slips && distance(one, other) <= slips;
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, at -> at);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
