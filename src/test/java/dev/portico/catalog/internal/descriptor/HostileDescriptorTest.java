package dev.portico.catalog.internal.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.catalog.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Descriptors that were made to hurt: each is refused or taken with a clear problem, in bounded time.
final class HostileDescriptorTest {

    private static final String GOOD = """
            apiVersion: backstage.io/v1alpha1
            kind: Location
            metadata:
              name: good
            spec: {}
            """;

    @Test
    void an_alias_bomb_is_refused_within_100_ms() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int level = 1; level < 12; level++) {
            String alias = "*a" + (level - 1);
            bomb.append("a" + level + ": &a" + level + " [" + String.join(", ", java.util.Collections.nCopies(9, alias))
                    + "]\n");
        }
        DescriptorCorpus.read(bytes(GOOD));
        long start = System.nanoTime();
        List<DescriptorDocument> documents = DescriptorCorpus.read(bytes(bomb.toString()));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(100));
        assertThat(first(documents).message()).contains("repeats too much");
    }

    @Test
    void a_wide_alias_bomb_is_refused_by_the_number_of_its_values() {
        StringBuilder bomb = new StringBuilder("a: &a [" + "x, ".repeat(20_000) + "x]\n");
        for (int use = 0; use < 90; use++) {
            bomb.append("b" + use + ": *a\n");
        }

        assertThat(first(DescriptorCorpus.read(bytes(bomb.toString()))).message())
                .contains("too many values");
    }

    @Test
    void deep_nesting_is_refused() {
        assertThat(first(DescriptorCorpus.read(bytes("[".repeat(100_000)))).message())
                .contains("nested too deep");
        assertThat(first(DescriptorCorpus.read(bytes("{a: ".repeat(100_000)))).message())
                .contains("nested too deep");
        assertThat(first(DescriptorCorpus.read(bytes("- ".repeat(100_000) + "x")))
                        .message())
                .contains("nested too deep");
    }

    @Test
    void a_line_of_50_megabytes_is_refused_and_the_next_document_read() {
        byte[] line = new byte[50 << 20];
        Arrays.fill(line, (byte) 'x');
        ByteArrayOutputStream file = new ByteArrayOutputStream(line.length + 1000);
        file.writeBytes(bytes(GOOD + "---\n# "));
        file.writeBytes(line);
        file.writeBytes(bytes("\n---\n" + GOOD));

        List<DescriptorDocument> documents = DescriptorCorpus.read(file.toByteArray());

        assertThat(documents).extracting(DescriptorDocument::stage).containsExactly(Stage.OK, Stage.YAML, Stage.OK);
        assertThat(first(documents.subList(1, 2)).remedy()).contains("portico.catalog.limits.document-bytes");
    }

    @Test
    void a_line_that_is_too_long_is_named() {
        DescriptorLimits limits = new DescriptorLimits(1 << 20, 1 << 20, 100, 10, 10, 1000, 10, 10);
        Problem problem = first(read(bytes(GOOD + "# " + "x".repeat(200) + "\n"), limits));

        assertThat(problem.line()).isEqualTo(6);
        assertThat(problem.allowed()).isEqualTo("at most 100 bytes");
    }

    @Test
    void documents_without_number_are_read_one_at_a_time_up_to_the_limit() {
        byte[] file = bytes(("---\n" + GOOD).repeat(100_001));
        AtomicInteger good = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        new DescriptorReader(DescriptorLimits.standard(), DescriptorRules.standard())
                .read(file, DescriptorOrigin.of("file:/x"), PlaceholderSource.none(), document -> {
                    (document.valid() ? good : refused).incrementAndGet();
                });

        assertThat(good).hasValue(100_000);
        assertThat(refused).hasValue(1);
    }

    @Test
    void a_file_that_is_too_large_is_not_read_at_all() {
        DescriptorLimits limits = new DescriptorLimits(10, 10, 10, 10, 10, 10, 10, 10);

        assertThat(first(read(bytes(GOOD), limits)).remedy()).contains("portico.catalog.limits.file-bytes");
    }

    @Test
    void text_that_is_no_utf_8_is_taken_with_a_warning_that_says_where() {
        byte[] file = bytes(GOOD.replace("name: good", "name: good\n  description: M?hre"));
        file[new String(file, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xF6;

        DescriptorDocument document = DescriptorCorpus.read(file).getFirst();

        assertThat(document.valid()).isTrue();
        assertThat(document.problems().getFirst().severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(document.problems().getFirst().line()).isEqualTo(5);
        assertThat(document.problems().getFirst().column()).isEqualTo(17);
    }

    @Test
    void a_file_in_utf_16_is_refused_with_what_to_do() {
        assertThat(first(DescriptorCorpus.read(GOOD.getBytes(StandardCharsets.UTF_16)))
                        .remedy())
                .isEqualTo("Save it as UTF-8.");
        assertThat(first(DescriptorCorpus.read(GOOD.getBytes(StandardCharsets.UTF_16LE)))
                        .remedy())
                .isEqualTo("Save it as UTF-8.");
    }

    @Test
    void many_things_to_mend_in_a_long_document_take_bounded_time() {
        String tabs =
                "a: |\n".repeat(1) + "  x\n" + "k%d:\t\tv\n".repeat(20_000).replace("%d", "");
        long start = System.nanoTime();
        DescriptorCorpus.read(bytes(tabs));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void keys_that_share_a_hash_take_no_more_than_their_number() {
        StringBuilder file = new StringBuilder();
        for (int key = 0; key < 1 << 14; key++) {
            for (int bit = 0; bit < 14; bit++) {
                file.append((key >> bit & 1) == 0 ? "Aa" : "BB");
            }
            file.append(": 1\n");
        }
        long start = System.nanoTime();
        DescriptorCorpus.read(bytes(file.toString()));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void what_was_found_is_shortened_and_made_visible() {
        String file = GOOD.replace("name: good", "name: \"" + "x\\e".repeat(1000) + "\"");

        Problem problem = first(DescriptorCorpus.read(bytes(file)));

        assertThat(problem.found()).hasSizeLessThan(100).contains("\\u001b");
        assertThat(problem.message()).hasSizeLessThan(400).doesNotContain("\u001b");
    }

    private static List<DescriptorDocument> read(byte[] file, DescriptorLimits limits) {
        List<DescriptorDocument> documents = new java.util.ArrayList<>();
        new DescriptorReader(limits, DescriptorRules.standard())
                .read(file, DescriptorOrigin.of("file:/x"), PlaceholderSource.none(), documents::add);
        return documents;
    }

    private static Problem first(List<DescriptorDocument> documents) {
        return documents.getFirst().problems().getFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
