package dev.portico.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class DecisionSettingsTest {

    @Test
    void decisions_are_recorded_for_thirty_days() {
        assertThat(settings(Map.of())).isEqualTo(new DecisionSettings(true, Duration.ofDays(30), 50_000));
    }

    @Test
    void every_setting_is_bound() {
        assertThat(settings(Map.of(
                        "portico.access.decisions.record", "false",
                        "portico.access.decisions.keep", "7d",
                        "portico.access.decisions.most", "10")))
                .isEqualTo(new DecisionSettings(false, Duration.ofDays(7), 10));
    }

    @Test
    void less_than_a_day_is_refused() {
        assertThatThrownBy(() -> new DecisionSettings(true, Duration.ofHours(1), 10))
                .hasMessageContaining("portico.access.decisions.keep");
    }

    private static DecisionSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.access.decisions", DecisionSettings.class);
    }
}
