package dev.portico.catalog.internal.descriptor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The project's own table of edge cases, cases.txt.
final class DescriptorCases {

    private DescriptorCases() {}

    /// @param name     what the case shows
    /// @param content  the file
    /// @param expected what becomes of each document that holds something, as [DocumentSummary] words it
    record Case(String name, String content, List<String> expected) {
        byte[] bytes() {
            return content.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> read() throws IOException {
        List<Case> cases = new ArrayList<>();
        String name = "";
        StringBuilder content = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("== ")) {
                add(cases, name, content, expected);
                name = line.substring(3);
                content.setLength(0);
                expected = new ArrayList<>();
            } else if (line.startsWith("| ")) {
                content.append(unescape(line.substring(2))).append('\n');
            } else if (line.startsWith("-> ")) {
                expected.add(line.substring(3));
            }
        }
        add(cases, name, content, expected);
        return cases;
    }

    private static void add(List<Case> cases, String name, StringBuilder content, List<String> expected) {
        if (!name.isEmpty()) {
            cases.add(new Case(name, content.toString(), expected));
        }
    }

    private static List<String> lines() throws IOException {
        try (var stream = DescriptorCases.class.getResourceAsStream("/descriptors/cases.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String unescape(String line) {
        return line.replace('␉', '\t').replace('␍', '\r').replace('␏', '\uFEFF').replace('␁', '\u0001');
    }
}
