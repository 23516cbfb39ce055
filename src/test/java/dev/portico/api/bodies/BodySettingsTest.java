package dev.portico.api.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class BodySettingsTest {

    @Test
    void the_default_and_what_is_set() {
        assertThat(bind(Map.of()).push()).isEqualTo(DataSize.ofMegabytes(128));
        assertThat(bind(Map.of("portico.api.bodies.push", "7MB")).push()).isEqualTo(DataSize.ofMegabytes(7));
    }

    @Test
    void what_would_bound_nothing_or_all_is_refused() {
        for (String size : new String[] {"0", "2GB"}) {
            assertThatThrownBy(() -> bind(Map.of("portico.api.bodies.push", size)))
                    .isInstanceOf(BindException.class)
                    .hasRootCauseMessage("portico.api.bodies.push is 1MB to 1GB");
        }
    }

    private static BodySettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.api.bodies", BodySettings.class);
    }
}
