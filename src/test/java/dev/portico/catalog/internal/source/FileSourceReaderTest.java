package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceReaderTest extends SourceReaderContract {

    @TempDir
    Path folder;

    @Override
    SourceReaders readers() {
        return SourceFixture.readers(folder.resolve("home"), name -> Optional.empty());
    }

    @Override
    SourceTarget target() {
        return SourceTarget.of(
                "file", folder.resolve("catalog/catalog-info.yaml").toString());
    }

    @Override
    SourceTarget missing() {
        return SourceTarget.of("file", folder.resolve("catalog/none.yaml").toString());
    }

    @Override
    List<String> roots() {
        return List.of("catalog-info.yaml");
    }

    @Test
    void a_folder_is_no_file() {
        assertUnreadable(Reason.REFUSED, () -> readers().open(SourceTarget.of("file", folder.toString()), Map.of()));
    }

    @Test
    void a_link_that_an_admin_names_is_read() throws Exception {
        Path link =
                Files.createSymbolicLink(folder.resolve("current.yaml"), folder.resolve("catalog/catalog-info.yaml"));

        try (SourceReading reading = readers().open(SourceTarget.of("file", link.toString()), Map.of())) {
            assertThat(SourceFixture.only(reading).location()).isEqualTo("file:" + link);
            assertThat(SourceFixture.only(reading).bytes()).isNotEmpty();
        }
    }

    @Override
    void write(String path, byte[] content) throws Exception {
        Path file = folder.resolve("catalog").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
