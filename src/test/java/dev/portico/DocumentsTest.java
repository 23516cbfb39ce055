package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the guides against what they speak of.
final class DocumentsTest {

    private static final Pattern TEST_CLASS = Pattern.compile("\\b[A-Z]\\w*Test\\b");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

    /// `./portico test -Dtest=DocumentsTest -Dportico.write=true` writes the tables anew.
    @Test
    void the_guide_to_the_configuration_has_every_setting_as_its_record_documents_it() throws IOException {
        String expected = ConfigurationDocument.expected();
        if (Boolean.getBoolean("portico.write")) {
            Files.writeString(ConfigurationDocument.FILE, expected);
        }
        assertThat(Files.readString(ConfigurationDocument.FILE))
                .as("docs/configuration.md; run ./portico test -Dtest=DocumentsTest -Dportico.write=true")
                .isEqualTo(expected);
    }

    @Test
    void every_link_between_the_guides_leads_somewhere() throws IOException {
        for (Path guide : guides()) {
            Path folder = guide.toAbsolutePath().resolveSibling(".");
            assertThat(LINK.matcher(Files.readString(guide))
                            .results()
                            .map(link -> link.group(1))
                            .filter(link -> !link.contains("://"))
                            .filter(link -> !Files.exists(folder.resolve(link))))
                    .as(guide.toString())
                    .isEmpty();
        }
    }

    @Test
    void every_test_that_the_guide_to_hardening_names_is_there() throws IOException {
        List<String> named = TEST_CLASS
                .matcher(Files.readString(Path.of("docs/hardening.md")))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Test.java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static List<Path> guides() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(docs, Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")))
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }
}
