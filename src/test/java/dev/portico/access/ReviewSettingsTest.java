package dev.portico.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class ReviewSettingsTest {

    @Test
    void reviews_are_kept_for_three_years_unless_the_operator_says_otherwise() {
        assertThat(settings(Map.of())).isEqualTo(new ReviewSettings(Duration.ofDays(1095)));
        assertThat(settings(Map.of("portico.access.review.keep", "400d")))
                .isEqualTo(new ReviewSettings(Duration.ofDays(400)));
        assertThatThrownBy(() -> settings(Map.of("portico.access.review.keep", "0s")))
                .hasRootCauseMessage("portico.access.review.keep is not longer than nothing");
    }

    private static ReviewSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.access.review", ReviewSettings.class);
    }
}
