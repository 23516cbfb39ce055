package dev.portico.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class AuditSettingsTest {

    @Test
    void the_defaults_are_these() {
        assertThat(bound(Map.of())).isEqualTo(new AuditSettings(Duration.ZERO, Duration.ofDays(1)));
    }

    @Test
    void every_property_binds() {
        assertThat(bound(Map.of("portico.audit.keep", "400d", "portico.audit.verify-every", "6h")))
                .isEqualTo(new AuditSettings(Duration.ofDays(400), Duration.ofHours(6)));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> bound(Map.of("portico.audit.keep", "-1d")))
                .hasStackTraceContaining("portico.audit.keep");
        assertThatThrownBy(() -> bound(Map.of("portico.audit.verify-every", "1s")))
                .hasStackTraceContaining("portico.audit.verify-every");
    }

    private static AuditSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.audit", AuditSettings.class);
    }
}
