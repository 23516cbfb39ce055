package dev.portico.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

class OutboundSettingsTest {

    @Test
    void each_setting_has_a_default() {
        OutboundSettings settings = bound(Map.of());

        assertThat(settings.allow()).isEmpty();
        assertThat(settings.ports()).containsExactlyInAnyOrder(80, 443, 8080, 8443);
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.maxBytes()).isEqualTo(DataSize.ofMegabytes(20));
        assertThat(settings.maxRedirects()).isEqualTo(5);
        assertThat(settings.retries()).isEqualTo(2);
        assertThat(settings.retryPause()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.perHost()).isEqualTo(8);
        assertThat(settings.perHostPerMinute()).isEqualTo(600);
    }

    @Test
    void each_setting_can_be_set() {
        OutboundSettings settings = bound(Map.of(
                "portico.outbound.allow", " Git.Example.com:3000 ,[::1]:80,",
                "portico.outbound.ports", "443",
                "portico.outbound.connect-timeout", "1s",
                "portico.outbound.timeout", "2s",
                "portico.outbound.max-bytes", "3KB",
                "portico.outbound.max-redirects", "0",
                "portico.outbound.retries", "0",
                "portico.outbound.retry-pause", "4ms",
                "portico.outbound.per-host", "5",
                "portico.outbound.per-host-per-minute", "6"));

        assertThat(settings)
                .isEqualTo(new OutboundSettings(
                        java.util.Set.of("git.example.com:3000", "[::1]:80"),
                        java.util.Set.of(443),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        DataSize.ofKilobytes(3),
                        0,
                        0,
                        Duration.ofMillis(4),
                        5,
                        6));
    }

    @Test
    void the_exceptions_come_from_their_variable() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("PORTICO_OUTBOUND_ALLOW", "127.0.0.1:8099,git.example.com:3000")));

        OutboundSettings settings = Binder.get(environment).bindOrCreate("portico.outbound", OutboundSettings.class);

        assertThat(settings.allow()).containsExactlyInAnyOrder("127.0.0.1:8099", "git.example.com:3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"git.example.com", "*.example.com:443", "10.0.0.0/8", "https://a:443", "a b:1"})
    void an_exception_that_is_no_exact_pair_is_refused(String pair) {
        assertThatThrownBy(() -> bound(Map.of("portico.outbound.allow", pair)))
                .rootCause()
                .hasMessageContaining("host:port");
    }

    private static OutboundSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.outbound", OutboundSettings.class);
    }
}
