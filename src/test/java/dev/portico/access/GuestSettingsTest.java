package dev.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class GuestSettingsTest {

    @Test
    void guests_are_not_let_in_unless_the_operator_says_so() {
        assertThat(settings(Map.of()).signIn()).isFalse();
        assertThat(settings(Map.of("portico.guest.sign-in", "true")).signIn()).isTrue();
    }

    private static GuestSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.guest", GuestSettings.class);
    }
}
