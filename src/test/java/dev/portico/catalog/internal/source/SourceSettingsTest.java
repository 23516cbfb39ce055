package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SourceSettingsTest {

    @Test
    void each_setting_has_a_default() {
        assertThat(bound(Map.of()))
                .isEqualTo(new SourceSettings(
                        DataSize.ofMegabytes(10),
                        20_000,
                        500_000,
                        DataSize.ofGigabytes(1),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(5),
                        Map.of()));
    }

    @Test
    void each_setting_can_be_set() {
        assertThat(bound(Map.of(
                        "portico.sources.max-file-size", "1KB",
                        "portico.sources.max-files", "2",
                        "portico.sources.max-entries", "3",
                        "portico.sources.max-repository-size", "4MB",
                        "portico.sources.file-timeout", "5s",
                        "portico.sources.fetch-timeout", "6s",
                        "portico.sources.git-hosts[git.example.com]", "gitlab")))
                .isEqualTo(new SourceSettings(
                        DataSize.ofKilobytes(1),
                        2,
                        3,
                        DataSize.ofMegabytes(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        Map.of("git.example.com", "gitlab")));
    }

    @Test
    void limits_that_allow_nothing_are_refused() {
        assertThatThrownBy(() -> bound(Map.of("portico.sources.max-files", "0")))
                .rootCause()
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> bound(Map.of("portico.sources.max-file-size", "2GB")))
                .rootCause()
                .hasMessageContaining("max-file-size");
    }

    private static SourceSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.sources", SourceSettings.class);
    }
}
