package dev.portico.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads the table. What is not understood is an error: no cell may be passed over in silence.
final class Table {

    private static final String FILE = "/access/matrix.txt";
    private static final String COLUMNS = "as";
    private static final String NONE = "-";

    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, String> said = new HashMap<>();
    private final List<Block.Cell> cells = new ArrayList<>();
    private String title = "";
    private List<String> columns = List.of();

    private Table() {}

    static List<Block> read() throws IOException {
        try (InputStream file = Objects.requireNonNull(Table.class.getResourceAsStream(FILE), FILE)) {
            Table table = new Table();
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(table::line);
            table.end();
            return List.copyOf(table.blocks);
        }
    }

    private void line(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (!line.startsWith(" ")) {
            end();
            title = line;
            return;
        }
        String text = line.strip();
        int colon = text.indexOf(": ");
        String word = text.split("[ :]", 2)[0];
        switch (word) {
            case "call", "type", "body", "look", "then" -> said.put(word, text.substring(colon + 2));
            case COLUMNS -> columns = words(text);
            default -> cells(word, words(text));
        }
    }

    private static List<String> words(String text) {
        List<String> words = List.of(text.split(" +"));
        return words.subList(1, words.size());
    }

    private void cells(String way, List<String> expected) {
        if (expected.size() != columns.size()) {
            throw new IllegalStateException(title + ", " + way + ": " + expected.size() + " cells");
        }
        for (int column = 0; column < expected.size(); column++) {
            if (!expected.get(column).equals(NONE)) {
                cells.add(new Block.Cell(way, columns.get(column), expected.get(column)));
            }
        }
    }

    private void end() {
        if (!title.isEmpty()) {
            int bar = title.indexOf(" | ");
            blocks.add(new Block(
                    bar < 0 ? title : title.substring(0, bar),
                    bar < 0 ? "" : title.substring(bar + 3),
                    Objects.requireNonNull(said.get("call"), title),
                    said.getOrDefault("type", "application/json"),
                    said.getOrDefault("body", ""),
                    said.getOrDefault("look", ""),
                    said.getOrDefault("then", ""),
                    List.copyOf(cells)));
        }
        said.clear();
        cells.clear();
        columns = List.of();
    }
}
