package dev.portico.catalog.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.catalog.internal.source.SourceFile;
import dev.portico.catalog.internal.source.SourceReading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NearReadingTest {

    private final SourceReading near = new NearReading(new MadeReading());
    private final SourceFile from = new MadeFile("file:/a.yaml", false);

    @Test
    void what_is_on_disk_is_followed() {
        assertThat(near.follow(from, "", "./b.yaml")).hasSize(1);
    }

    @Test
    void what_another_server_has_breaks_it_off_before_it_is_asked() {
        assertThatThrownBy(() -> near.follow(from, "url", "https://example.com/b.yaml"))
                .isInstanceOf(NearReading.FarAway.class)
                .hasMessageContaining("https://example.com/b.yaml");
    }

    private record MadeFile(String location, boolean remote) implements SourceFile {

        @Override
        public String fingerprint() {
            throw new AssertionError(location + " was asked for");
        }

        @Override
        public boolean unchanged() {
            throw new AssertionError(location + " was asked for");
        }

        @Override
        public byte[] bytes() {
            throw new AssertionError(location + " was asked for");
        }
    }

    private static final class MadeReading implements SourceReading {

        @Override
        public Iterable<SourceFile> files() {
            return List.of();
        }

        @Override
        public List<SourceFile> follow(SourceFile from, String type, String target) {
            return List.of(new MadeFile(target, target.contains("://")));
        }

        @Override
        public SourceFile dependency(SourceFile from, String target) {
            return new MadeFile(target, false);
        }

        @Override
        public Optional<String> version() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
