package dev.portico.catalog.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.catalog.definition.Definition.Section;
import dev.portico.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Definitions that other people wrote. They stay outside of the project.
final class DefinitionCorpusTest {

    private static final String NAMED = System.getenv("PORTICO_CORPUS");
    private static final Path APIS = Path.of(NAMED == null ? "../shared/corpus" : NAMED, "apis");

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "asyncapi", "graphql", "proto"})
    void real_definitions_are_read_with_all_their_parts(String type) throws IOException {
        List<String> refused = new ArrayList<>();
        int items = 0;
        List<Path> files = files(type);
        for (Path file : files) {
            String text = definition(file);
            if (text.isEmpty()) {
                continue;
            }
            long began = System.nanoTime();
            try {
                items += parts(Definitions.read(type, text));
            } catch (Refusal.InvalidInput refusal) {
                refused.add(file + ": " + refusal.reason());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as(file.toString())
                    .isLessThan(Duration.ofSeconds(10));
        }
        assertThat(items).isGreaterThan(files.size());
        assertThat(refused).as("of " + files.size()).isEmpty();
    }

    @Test
    void any_text_is_read_or_refused_as_any_type() throws IOException {
        for (Path file : Stream.of("openapi", "asyncapi", "graphql", "proto", "wsdl")
                .flatMap(folder -> files(folder).stream())
                .toList()) {
            String text = Files.readString(file);
            String half = text.substring(0, text.length() / 2);
            for (String type : List.of("openapi", "asyncapi", "graphql", "grpc", "wsdl")) {
                judged(type, text);
                judged(type, half);
            }
        }
    }

    private static void judged(String type, String text) {
        try {
            parts(Definitions.read(type, text));
        } catch (Refusal.InvalidInput refusal) {
            assertThat(refusal.reason()).isNotBlank();
        }
    }

    /// Some files are descriptors, or other things about APIs, that hold the definition in themselves.
    private static String definition(Path file) throws IOException {
        String text = Files.readString(file);
        return text.contains("\nkind: ") || text.startsWith("kind: ")
                ? Tree.parse(text).at("spec", "definition").text()
                : text;
    }

    private static int parts(Definition definition) {
        definition.sections().stream().map(Section::items).flatMap(List::stream).forEach(item -> assertThat(
                        item.parts())
                .doesNotContainNull());
        return definition.size();
    }

    private static List<Path> files(String type) {
        Path folder = APIS.resolve(type);
        assumeTrue(Files.isDirectory(folder), "there is no corpus of definitions");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
