package dev.portico.catalog.ui;

import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// In which line of a YAML text each field stands, from 1.
///
/// @param lines by dotted path, such as `metadata.tags[1]`
record YamlLines(Map<String, Integer> lines) {

    private static final int DEEPEST = 40;

    YamlLines {
        lines = Map.copyOf(lines);
    }

    /// Reads a text that Portico wrote itself.
    static YamlLines of(String yaml) {
        Map<String, Integer> lines = new HashMap<>();
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        new Compose(settings).composeString(yaml).ifPresent(root -> collect(root, "", lines, 0));
        return new YamlLines(lines);
    }

    /// The line of a field, or of the nearest one above it; 0 where there is none.
    int line(String field) {
        String path = field;
        while (!path.isEmpty()) {
            Integer line = lines.get(path);
            if (line != null) {
                return line;
            }
            path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
        }
        return 0;
    }

    private static void collect(Node node, String path, Map<String, Integer> lines, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(pair -> {
                if (pair.getKeyNode() instanceof ScalarNode key) {
                    String inner = path.isEmpty() ? key.getValue() : path + '.' + key.getValue();
                    note(key, inner, lines);
                    collect(pair.getValueNode(), inner, lines, depth + 1);
                }
            });
        } else if (node instanceof SequenceNode sequence) {
            int at = 0;
            for (Node item : sequence.getValue()) {
                String inner = path + '[' + at++ + ']';
                note(item, inner, lines);
                collect(item, inner, lines, depth + 1);
            }
        }
    }

    private static void note(Node node, String path, Map<String, Integer> lines) {
        node.getStartMark().ifPresent(mark -> lines.put(path, mark.getLine() + 1));
    }
}
