package dev.portico.catalog.internal.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Holds the reader to the reference's verdicts on descriptors that other people wrote.
///
/// A difference is allowed only where known-differences.txt names it, and what that names has to differ.
final class DescriptorCorpusTest {

    private static final JsonNode BROKEN = DescriptorCorpus.tree("[\"broken\"]");

    private static List<DescriptorCorpus.Entry> entries = List.of();

    @BeforeAll
    static void find() throws IOException {
        DescriptorCorpus corpus = DescriptorCorpus.find().orElse(null);
        if (corpus == null) {
            System.out.println(
                    "No descriptor corpus beside the project and none named by PORTICO_CORPUS: not compared.");
        }
        assumeTrue(corpus != null, "there is no corpus");
        entries = java.util.Objects.requireNonNull(corpus).entries();
    }

    @Test
    void every_entity_gets_the_verdict_stage_and_relations_of_the_reference() throws IOException {
        Set<String> differences = new TreeSet<>();
        int compared = 0;
        for (DescriptorCorpus.Entry entry : entries) {
            if (!entry.isSkeleton()) {
                compared += entry.entities().size();
                differences.addAll(verdicts(entry));
            }
        }
        Set<String> known = new TreeSet<>();
        for (String line : DescriptorCorpus.known()) {
            String[] parts = line.split("\\|", 3);
            assertThat(parts).as("file | document | reason: " + line).hasSize(3);
            if (entries.stream().anyMatch(entry -> entry.file().equals(parts[0].strip()))) {
                known.add(parts[0].strip() + " | " + parts[1].strip());
            }
        }
        assertThat(compared).isPositive();
        assertThat(differences).as("differences from the reference").isEqualTo(known);
    }

    @Test
    void every_document_holds_the_values_that_the_reference_parser_yields() throws IOException {
        List<String> differences = new ArrayList<>();
        for (DescriptorCorpus.Entry entry : entries) {
            if (!entry.isSkeleton()) {
                differences.addAll(values(entry));
            }
        }
        assertThat(differences).isEmpty();
    }

    private static List<String> verdicts(DescriptorCorpus.Entry entry) throws IOException {
        List<DescriptorDocument> documents = DescriptorCorpus.read(entry.content());
        List<JsonNode> entities = entry.entities();
        List<String> differences = new ArrayList<>();
        for (int at = 0; at < Math.max(entities.size(), documents.size()); at++) {
            boolean same = at < entities.size() && at < documents.size() && agrees(documents.get(at), entities.get(at));
            if (!same) {
                differences.add(entry.file() + " | " + at);
            }
        }
        return differences;
    }

    private static boolean agrees(DescriptorDocument document, JsonNode verdict) {
        List<String> relations = new ArrayList<>();
        if (verdict.has("relations")) {
            verdict.get("relations").forEach(relation -> relations.add(relation.asString()));
        }
        DescriptorEntity entity = document.entity();
        String stage = verdict.has("stage") ? verdict.get("stage").asString() : Stage.OK.text();
        boolean named = !verdict.has("ref") || verdict.get("ref").asString().equals(String.valueOf(document.ref()));
        return document.valid() == verdict.get("verdict").asString().equals("valid")
                && document.stage().text().equals(stage)
                && named
                && (entity == null ? List.of() : entity.relations()).equals(relations);
    }

    private static List<String> values(DescriptorCorpus.Entry entry) throws IOException {
        byte[] content = entry.content();
        DocumentSplitter documents = new DocumentSplitter(content, Integer.MAX_VALUE);
        List<String> differences = new ArrayList<>();
        for (JsonNode expected : entry.expected()) {
            boolean there = documents.next();
            JsonNode value = there ? value(content, documents) : BROKEN;
            boolean same = expected.has("json") ? value.equals(expected.get("json")) : value.equals(BROKEN);
            if (!there || !same) {
                differences.add(entry.file() + " | " + documents.index());
            }
        }
        return differences;
    }

    /// The document's value, or `BROKEN`.
    private static JsonNode value(byte[] content, DocumentSplitter documents) {
        String text =
                DocumentText.decode(content, documents.start(), documents.end()).text();
        StringBuilder json = new StringBuilder();
        try {
            Object value = DocumentParser.parse(text, documents.startLine(), DescriptorLimits.standard())
                    .value();
            JsonText.value(json, value, false);
        } catch (YamlFault e) {
            return BROKEN;
        }
        return DescriptorCorpus.tree(json.toString());
    }
}
