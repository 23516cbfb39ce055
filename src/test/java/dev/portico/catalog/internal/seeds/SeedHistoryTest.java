package dev.portico.catalog.internal.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SeedHistoryTest {

    private static final Path SEEDS = Path.of("catalog-seeds");

    @Test
    void every_change_of_the_sample_company_fits_the_one_document_it_is_about() throws IOException {
        SeedHistory history = SeedHistory.read(Files.readString(SEEDS.resolve("history.yaml")));
        List<String> texts = new ArrayList<>(descriptors());

        assertThat(history.changes()).hasSizeGreaterThan(100);
        for (SeedHistory.Change change : history.changes()) {
            List<String> documents = texts.stream()
                    .flatMap(text -> Stream.of(text.split("\n---\n")))
                    .filter(change::concerns)
                    .toList();
            assertThat(documents).as(change.toString()).hasSize(1);
            if (!change.now().isEmpty()) {
                assertThat(documents.getFirst()).as(change.toString()).containsOnlyOnce(change.now());
            }
            SeedHistory alone = new SeedHistory(change.ago().plusSeconds(1), List.of(change));
            texts.replaceAll(text -> alone.at(alone.since(), text));
        }
    }

    @Test
    void newer_changes_are_undone_and_older_ones_stay() {
        SeedHistory history = SeedHistory.read("""
                since: P9D
                changes:
                  - {ago: P2D, entity: "component:kettle", now: "type: service", before: "type: job"}
                  - {ago: P5D, entity: "component:kettle", now: "type: job", before: "type: idea"}
                  - {ago: P7D, entity: "component:lid"}
                """);
        String present = """
                kind: Component
                metadata:
                  name: kettle
                spec:
                  type: service
                ---
                kind: Component
                metadata:
                  name: lid
                """;

        assertThat(history.moments())
                .containsExactly(Duration.ofDays(9), Duration.ofDays(7), Duration.ofDays(5), Duration.ofDays(2));
        assertThat(history.at(Duration.ofDays(2), present)).isEqualTo(present);
        assertThat(history.at(Duration.ofDays(5), present)).contains("type: job", "name: lid");
        assertThat(history.at(Duration.ofDays(7), present)).contains("type: idea", "name: lid");
        assertThat(history.at(Duration.ofDays(9), present))
                .contains("type: idea")
                .doesNotContain("name: lid");
    }

    private static List<String> descriptors() throws IOException {
        try (Stream<Path> files = Files.walk(SEEDS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")
                            && !file.toString().contains("/apis/")
                            && !file.endsWith("history.yaml"))
                    .map(SeedHistoryTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
