package dev.portico.catalog.internal.descriptor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Descriptors that other people wrote, with what the reference makes of them. It stays outside of the project.
///
/// @param folder the folder that holds `files`, `expected` and `verdicts.json`
record DescriptorCorpus(Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The corpus named by `PORTICO_CORPUS`, else the one beside the project, where there is one.
    static Optional<DescriptorCorpus> find() {
        String named = System.getenv("PORTICO_CORPUS");
        Path folder = named == null ? Path.of("../shared/corpus/descriptors") : Path.of(named);
        Path nested = folder.resolve("descriptors");
        Path found = Files.isDirectory(nested) ? nested : folder;
        return Files.exists(found.resolve("verdicts.json"))
                ? Optional.of(new DescriptorCorpus(found))
                : Optional.empty();
    }

    /// The files with their verdicts.
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        JSON.readTree(Files.readString(folder.resolve("verdicts.json")))
                .get("files")
                .forEach(file -> entries.add(new Entry(this, file)));
        return entries;
    }

    JsonNode json(String path) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve(path)));
    }

    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    /// One file and the reference's verdict on it.
    record Entry(DescriptorCorpus corpus, JsonNode verdict) {

        String file() {
            return verdict.get("file").asString();
        }

        boolean isSkeleton() {
            return verdict.get("role").asString().equals("skeleton");
        }

        byte[] content() throws IOException {
            return Files.readAllBytes(corpus.folder.resolve(file()));
        }

        List<JsonNode> entities() {
            List<JsonNode> entities = new ArrayList<>();
            verdict.get("entities").forEach(entities::add);
            return entities;
        }

        /// What the reference's YAML parser yields, document by document.
        JsonNode expected() throws IOException {
            return corpus.json(verdict.get("expected").asString());
        }
    }

    /// Reads a file as the reference was made to: kinds as built in, placeholders answered with stubs.
    static List<DescriptorDocument> read(byte[] content) {
        List<DescriptorDocument> documents = new ArrayList<>();
        new DescriptorReader(DescriptorLimits.standard(), DescriptorRules.standard())
                .read(
                        content,
                        DescriptorOrigin.of("file:/catalog-info.yaml"),
                        target -> "{}".getBytes(StandardCharsets.UTF_8),
                        documents::add);
        return documents;
    }

    /// The differences that are known, as `file | document | reason`.
    static List<String> known() {
        try (var stream = DescriptorCorpus.class.getResourceAsStream("/descriptors/known-differences.txt")) {
            return new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
