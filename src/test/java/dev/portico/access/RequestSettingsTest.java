package dev.portico.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class RequestSettingsTest {

    @Test
    void requests_wait_for_two_weeks_unless_the_operator_says_otherwise() {
        RequestSettings usual = settings(Map.of());
        assertThat(usual)
                .isEqualTo(new RequestSettings(Duration.ofDays(14), Duration.ofDays(365), Duration.ofDays(365), 20));

        RequestSettings others = settings(Map.of(
                "portico.access.request.waiting", "3d",
                "portico.access.request.longest", "30d",
                "portico.access.request.keep", "90d",
                "portico.access.request.most", "5"));
        assertThat(others)
                .isEqualTo(new RequestSettings(Duration.ofDays(3), Duration.ofDays(30), Duration.ofDays(90), 5));
        assertThatThrownBy(() -> settings(Map.of("portico.access.request.longest", "0s")))
                .hasRootCauseMessage("portico.access.request.longest is not longer than nothing");
    }

    private static RequestSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.access.request", RequestSettings.class);
    }
}
