package dev.portico.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class NotificationSettingsTest {

    @Test
    void notifications_stay_for_ninety_days_unless_the_operator_says_otherwise() {
        assertThat(settings(Map.of()).keep()).isEqualTo(Duration.ofDays(90));
        assertThat(settings(Map.of("portico.notifications.keep", "7d")).keep()).isEqualTo(Duration.ofDays(7));
        assertThatThrownBy(() -> settings(Map.of("portico.notifications.keep", "0s")))
                .hasRootCauseMessage("portico.notifications.keep is not longer than nothing");
    }

    private static NotificationSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.notifications", NotificationSettings.class);
    }
}
