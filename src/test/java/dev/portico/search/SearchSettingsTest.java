package dev.portico.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SearchSettingsTest {

    @Test
    void the_defaults_need_no_setting_at_all() {
        assertThat(bind(Map.of()))
                .isEqualTo(new SearchSettings(DataSize.ofMegabytes(48), Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }

    @Test
    void every_setting_is_read() {
        assertThat(bind(Map.of(
                        "portico.search.memory", "128MB",
                        "portico.search.patience", "2s",
                        "portico.search.commit", "1s")))
                .isEqualTo(new SearchSettings(DataSize.ofMegabytes(128), Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> bind(Map.of("portico.search.memory", "2GB")))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("portico.search.memory is 1 MB to 1,024 MB");
        assertThatThrownBy(() -> bind(Map.of("portico.search.patience", "0s")))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("portico.search.patience is 100 ms or more, and less than 10 minutes");
        assertThatThrownBy(() -> bind(Map.of("portico.search.commit", "0s")))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("portico.search.commit is 100 ms or more");
    }

    private static SearchSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.search", SearchSettings.class);
    }
}
