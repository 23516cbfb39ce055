package dev.portico.catalog.ui;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines in which one revision says otherwise than the one before it.
final class RevisionDiff {

    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 20_000;

    private RevisionDiff() {}

    /// A line of a difference.
    ///
    /// @param sign `+`, `-`, a blank for what stayed, `…` for what is left out
    record Line(char sign, String text) {}

    /// The lines of the YAML that differ, with three lines around each place.
    static List<Line> lines(@Nullable String before, String after) {
        List<String> old = before == null ? List.of() : yaml(before);
        List<String> now = yaml(after);
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int start = delta.getSource().getPosition();
            context(old, at, start, !lines.isEmpty(), true, lines);
            if (delta.getType() != DeltaType.INSERT) {
                delta.getSource().getLines().forEach(line -> lines.add(new Line('-', line)));
            }
            if (delta.getType() != DeltaType.DELETE) {
                delta.getTarget().getLines().forEach(line -> lines.add(new Line('+', line)));
            }
            at = start + delta.getSource().size();
        }
        if (!lines.isEmpty()) {
            context(old, at, old.size(), true, false, lines);
        }
        return lines;
    }

    /// The lines that stayed between two places, as far as they are near one.
    private static void context(
            List<String> old, int from, int to, boolean afterOne, boolean beforeOne, List<Line> lines) {
        int head = afterOne ? Math.min(to, from + CONTEXT) : from;
        int tail = beforeOne ? Math.max(head, to - CONTEXT) : to;
        old.subList(from, head).forEach(line -> lines.add(new Line(' ', line)));
        if (tail > head) {
            lines.add(new Line('…', tail - head + (tail - head == 1 ? " line" : " lines") + " as before"));
        }
        if (beforeOne) {
            old.subList(tail, to).forEach(line -> lines.add(new Line(' ', line)));
        }
    }

    private static List<String> yaml(String json) {
        String[] lines = EntityDocument.yaml(json).stripTrailing().split("\n", -1);
        return Arrays.asList(lines).subList(0, Math.min(lines.length, MOST_LINES));
    }
}
