package dev.portico.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StorageSettingsTest {

    @Test
    void the_defaults_need_no_setting_at_all() {
        PorticoSettings portico = bind("portico", PorticoSettings.class, Map.of());
        assertThat(portico.home()).isEqualTo(Path.of(".portico").toAbsolutePath());
        assertThat(portico.baseUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(portico.objects()).isEmpty();
        assertThat(portico.secretKey()).isEmpty();

        DatabaseSettings database = bind("portico.database", DatabaseSettings.class, Map.of());
        assertThat(database.embedded()).isTrue();
        assertThat(database.url()).isEmpty();
        assertThat(database.user()).isEqualTo("portico");
        assertThat(database.password()).isEmpty();
        assertThat(database.connections()).isEqualTo(16);
        assertThat(database.bulk()).isEqualTo(4);
        assertThat(database.connectWithin()).isEqualTo(Duration.ofMillis(800));
        assertThat(database.answerWithin()).isEqualTo(Duration.ofSeconds(2));
        assertThat(database.bulkWithin()).isEqualTo(Duration.ofMinutes(15));
        assertThat(database.appearWithin()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void every_setting_is_read() {
        PorticoSettings portico = bind(
                "portico",
                PorticoSettings.class,
                Map.of(
                        "portico.home", "/srv/portico",
                        "portico.base-url", "https://portal.example.com/",
                        "portico.objects", "s3://artifacts",
                        "portico.secret-key", "0123456789abcdef0123456789abcdef"));
        assertThat(portico.home()).isEqualTo(Path.of("/srv/portico"));
        assertThat(portico.baseUrl()).isEqualTo(URI.create("https://portal.example.com"));
        assertThat(portico.objects()).isEqualTo("s3://artifacts");
        assertThat(portico.secretKey()).hasSize(32);

        DatabaseSettings database = bind(
                "portico.database",
                DatabaseSettings.class,
                Map.of(
                        "portico.database.appear-within", "1m",
                        "portico.database.url", "jdbc:postgresql://db/portal",
                        "portico.database.user", "portal",
                        "portico.database.password", "secret",
                        "portico.database.connections", "30",
                        "portico.database.bulk", "6",
                        "portico.database.connect-within", "500ms",
                        "portico.database.answer-within", "1s",
                        "portico.database.bulk-within", "1h"));
        assertThat(database)
                .isEqualTo(new DatabaseSettings(
                        "jdbc:postgresql://db/portal",
                        "portal",
                        "secret",
                        30,
                        6,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofHours(1),
                        Duration.ofMinutes(1)));
        assertThat(database.embedded()).isFalse();
    }

    @Test
    void secrets_do_not_show_when_settings_are_logged() {
        assertThat(bind("portico.database", DatabaseSettings.class, Map.of("portico.database.password", "s3cret"))
                        .toString())
                .doesNotContain("s3cret");
        String key = "k".repeat(32);
        assertThat(bind("portico", PorticoSettings.class, Map.of("portico.secret-key", key))
                        .toString())
                .doesNotContain(key);
    }

    @Test
    void a_setting_that_cannot_work_is_refused_with_its_remedy() {
        assertThatThrownBy(() -> bind(
                        "portico.database",
                        DatabaseSettings.class,
                        Map.of("portico.database.url", "mysql://db/portal")))
                .isInstanceOf(BindException.class)
                .hasStackTraceContaining("write jdbc:postgresql://host:5432/portico");
        assertThatThrownBy(() -> bind("portico", PorticoSettings.class, Map.of("portico.secret-key", "short")))
                .hasStackTraceContaining("use 32 characters or more");
        assertThatThrownBy(() -> bind("portico", PorticoSettings.class, Map.of("portico.base-url", "portal")))
                .hasStackTraceContaining("https://portal.example.com");
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
    }
}
