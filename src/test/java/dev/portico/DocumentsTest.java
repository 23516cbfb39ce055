package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the guides against what they speak of.
final class DocumentsTest {

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

    private static List<Path> guides() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(docs, Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")))
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }
}
