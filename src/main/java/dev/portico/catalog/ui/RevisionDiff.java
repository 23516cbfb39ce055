package dev.portico.catalog.ui;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What one revision says otherwise than the one before it.
final class RevisionDiff {

    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 20_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private RevisionDiff() {}

    /// A field that differs.
    ///
    /// @param path   the dotted path, such as `metadata.tags`
    /// @param before what it said, or null where it was not there
    /// @param after  what it says, or null where it is no longer there
    record Field(
            String path, @Nullable String before, @Nullable String after) {}

    /// A line of a difference.
    ///
    /// @param sign `+`, `-`, a blank for what stayed, `…` for what is left out
    record Line(char sign, String text) {}

    /// The fields that differ, by path. Lists count as one field.
    ///
    /// @param before the older descriptor, or null for an entity that was not there
    static List<Field> fields(@Nullable String before, String after) {
        Map<String, String> old = before == null ? Map.of() : flat(before);
        Map<String, String> now = flat(after);
        TreeSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<Field> fields = new ArrayList<>();
        for (String path : paths) {
            String from = old.get(path);
            String to = now.get(path);
            if (from == null || !from.equals(to)) {
                fields.add(new Field(path, from, to));
            }
        }
        return fields;
    }

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

    private static Map<String, String> flat(String json) {
        Map<String, String> flat = new TreeMap<>();
        collect(JSON.readTree(json), "", flat);
        return flat;
    }

    private static void collect(JsonNode node, String path, Map<String, String> flat) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + '.' + field.getKey(), flat));
        } else if (node.isValueNode()) {
            flat.put(path, node.asString(""));
        } else {
            flat.put(path, JSON.writeValueAsString(node));
        }
    }
}
