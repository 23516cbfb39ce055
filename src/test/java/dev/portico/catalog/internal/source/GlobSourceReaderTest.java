package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobSourceReaderTest extends SourceReaderContract {

    @TempDir
    Path folder;

    @Override
    SourceReaders readers() {
        return SourceFixture.readers(folder.resolve("home"), name -> Optional.empty());
    }

    @Override
    SourceTarget target() {
        return SourceTarget.of("glob", folder.resolve("catalog") + "/**/catalog-info.yaml");
    }

    @Override
    SourceTarget missing() {
        return SourceTarget.of("glob", folder.resolve("none") + "/**/catalog-info.yaml");
    }

    @Test
    void a_pattern_that_matches_nothing_is_missing() {
        assertUnreadable(Reason.MISSING, () -> {
            SourceTarget target = SourceTarget.of("glob", folder.resolve("catalog") + "/*.xml");
            try (SourceReading reading = readers().open(target, Map.of())) {
                reading.files().iterator().hasNext();
            }
        });
    }

    @Test
    void a_pattern_of_the_whole_disk_is_refused() {
        assertUnreadable(Reason.REFUSED, () -> readers().open(SourceTarget.of("glob", "/**/*.yaml"), Map.of()));
    }

    @Test
    void a_location_does_not_leave_the_folder_that_the_pattern_begins_with() {
        SourceTarget target = SourceTarget.of("glob", folder.resolve("catalog/a") + "/*.yaml");
        try (SourceReading reading = readers().open(target, Map.of())) {
            SourceFile file = SourceFixture.only(reading);
            assertThat(file.location()).endsWith("a/catalog-info.yaml");
            assertUnreadable(Reason.REFUSED, () -> reading.follow(file, "", "../catalog-info.yaml"));
        }
    }

    @Override
    void write(String path, byte[] content) throws Exception {
        Path file = folder.resolve("catalog").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
