package dev.portico.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How well a name fits what was typed, and where in it.
final class Match {

    private static final int MISTAKES = 2;

    private Match() {}

    /// 100 for the name itself, 80 for its beginning, 60 where each word typed begins a word of it, 40 where each is
    /// somewhere in it, 0 where one is not.
    static int of(String typed, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String whole = typed.strip().toLowerCase(Locale.ROOT);
        List<String> asked = words(typed);
        if (asked.isEmpty() || !asked.stream().allMatch(lower::contains)) {
            return 0;
        }
        if (lower.equals(whole)) {
            return 100;
        }
        if (lower.startsWith(whole)) {
            return 80;
        }
        List<String> held = words(name);
        return asked.stream().allMatch(word -> held.stream().anyMatch(other -> other.startsWith(word))) ? 60 : 40;
    }

    /// Words of letters and digits, in lower case.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(letter -> {
            if (Character.isLetterOrDigit(letter)) {
                word.appendCodePoint(letter);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /// Whether two words differ by two letters at most, and by less than half of themselves.
    static boolean near(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        return Math.abs(left.length() - right.length()) <= MISTAKES
                && distance(left, right) <= Math.min(MISTAKES, (right.length() - 1) / 2);
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int at = 0; at <= right.length(); at++) {
            row[at] = at;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }

    /// The name with what was typed marked in it.
    static Span marked(String typed, String name) {
        Span marked = new Span();
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> asked = words(typed).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        int from = 0;
        for (int at = 0; at < lower.length() && lower.length() == name.length(); at++) {
            int here = at;
            String word = asked.stream()
                    .filter(each -> lower.startsWith(each, here))
                    .findFirst()
                    .orElse("");
            if (!word.isEmpty()) {
                text(marked, name.substring(from, at));
                marked.getElement().appendChild(new Element("mark").setText(name.substring(at, at + word.length())));
                from = at + word.length();
                at = from - 1;
            }
        }
        text(marked, name.substring(from));
        return marked;
    }

    private static void text(Span span, String text) {
        if (!text.isEmpty()) {
            span.getElement().appendChild(Element.createText(text));
        }
    }
}
