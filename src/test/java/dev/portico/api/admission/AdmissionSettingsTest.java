package dev.portico.api.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AdmissionSettingsTest {

    @Test
    void the_defaults_need_no_setting_at_all() {
        AdmissionSettings settings = bind(Map.of());
        assertThat(settings).isEqualTo(new AdmissionSettings(0, 128, 1_000, Duration.ofMillis(500), 0, 100));
        assertThat(settings.places()).isEqualTo(16 * Runtime.getRuntime().availableProcessors());
    }

    @Test
    void every_setting_is_read() {
        assertThat(bind(Map.of(
                        "portico.api.concurrent", "8",
                        "portico.api.waiting", "9",
                        "portico.api.delayed", "10",
                        "portico.api.patience", "1s",
                        "portico.api.rate", "50",
                        "portico.api.burst", "60")))
                .isEqualTo(new AdmissionSettings(8, 9, 10, Duration.ofSeconds(1), 50, 60))
                .extracting(AdmissionSettings::places)
                .isEqualTo(8);
    }

    @Test
    void a_patience_that_clients_do_not_have_is_refused() {
        assertThatThrownBy(() -> bind(Map.of("portico.api.patience", "6s")))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("portico.api.patience is 0s to 5s");
    }

    private static AdmissionSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.api", AdmissionSettings.class);
    }
}
