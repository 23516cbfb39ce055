package dev.portico.storage.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.portico.Alone;
import dev.portico.PortalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

@Alone
final class SettingsFirstTest {

    @Test
    void every_settings_record_is_read() {
        assertThat(SettingsFirst.records(getClass().getClassLoader()).values())
                .containsExactlyInAnyOrderElementsOf(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("dev.portico")
                                .stream()
                                .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                                .map(JavaClass::reflect)
                                .collect(Collectors.toSet()));
    }

    @Test
    void the_defaults_fit() throws IOException {
        SettingsFirst.check(environment(Map.of()), getClass().getClassLoader());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PORTICO_PORT                     | abc        | PORTICO_PORT (server.port) is "abc"; allowed is a whole number from 0 to 65535.
        PORTICO_PORT                     | 70000      | PORTICO_PORT (server.port) is "70000"; allowed is a whole number from 0 to 65535.
        PORTICO_FORWARDED_HEADERS        | all        | PORTICO_FORWARDED_HEADERS (server.forward-headers-strategy) is "all"; allowed is none or native.
        PORTICO_GUEST_SIGNIN             | maybe      | PORTICO_GUEST_SIGNIN (portico.guest.sign-in) is "maybe"; allowed is true or false.
        portico.catalog.ingestion.every  | soon       | portico.catalog.ingestion.every is "soon"; allowed is a duration such as 500ms, 30s, 5m, 2h or 14d.
        portico.catalog.ingestion.every  | -1s        | portico.catalog.ingestion.every is "-1s": portico.catalog.ingestion.every and .longest-pause cannot be negative; use 0s for none.
        portico.catalog.ingestion.orphans| lose       | portico.catalog.ingestion.orphans is "lose"; allowed is delete or keep.
        portico.catalog.limits.depth     | 0          | portico.catalog.limits.depth is "0": portico.catalog.limits.depth has to be positive, not 0.
        portico.sources.max-files        | 0          | portico.sources.max-files is "0": The limits of portico.sources have to be at least 1.
        portico.sources.max-file-size    | big        | portico.sources.max-file-size is "big"; allowed is a size such as 512KB, 10MB or 1GB.
        portico.search.memory            | 5000MB     | portico.search.memory is "5000MB": portico.search.memory is 1 MB to 1,024 MB.
        portico.api.concurrent           | 99999      | portico.api.concurrent is "99999"; allowed is a whole number from 0 to 10000.
        portico.database.connections     | 1          | portico.database.connections is "1"; allowed is a whole number from 2 to 500.
        portico.database.connect-within  | 1ms        | portico.database.connect-within is "1ms": portico.database.connect-within is 250 ms or more.
        portico.access.session.idle      | 0s         | portico.access.session.idle is "0s": portico.access.session.idle is not longer than nothing.
        portico.access.oidc.x.issuer     | https://x  | portico.access.oidc.x.client-id is ""; allowed is a text that is not empty.
        portico.outbound.ports           | 80,abc     | portico.outbound.ports is "80,abc"; allowed is a list with commas, each of it a whole number.
        portico.outbound.ports           | 80,99999   | portico.outbound.ports is "80,99999": portico.outbound.ports are whole numbers from 1 to 65535.
        PORTICO_OBJECTS                  | s3:bucket  | PORTICO_OBJECTS (portico.objects) is "s3:bucket": PORTICO_OBJECTS is "s3:bucket"; write s3://bucket, or s3://bucket/prefix.
        """)
    void a_setting_that_does_not_fit_is_named_with_its_value_and_what_is_allowed(
            String name, String value, String line) {
        assertThatThrownBy(() -> SettingsFirst.check(
                        environment(Map.of(name, value)), getClass().getClassLoader()))
                .isInstanceOf(SettingRefused.class)
                .hasMessage(line);
    }

    @Test
    void secrets_are_not_repeated() {
        assertThatThrownBy(() -> SettingsFirst.check(
                        environment(Map.of("PORTICO_ADMIN_TOKEN", "t00-sh0rt")),
                        getClass().getClassLoader()))
                .hasMessageContaining("PORTICO_ADMIN_TOKEN has 9 characters; use 32 or more")
                .hasMessageNotContaining("t00-sh0rt");
        assertThatThrownBy(() -> SettingsFirst.check(
                        environment(Map.of("PORTICO_DATABASE_URL", "postgres://portico:s3cret@db/portico")),
                        getClass().getClassLoader()))
                .hasMessageContaining("PORTICO_DATABASE_URL does not begin with jdbc:postgresql:")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_start_with_one_ends_before_anything_is_started_in_one_line(@TempDir Path folder) throws Exception {
        Path home = folder.resolve("home");
        try (PortalProcess portal = PortalProcess.start(0, home, Map.of("PORTICO_PORT", "abc"))) {
            assertThat(ProcessHandle.of(portal.pid())
                            .map(ProcessHandle::onExit)
                            .orElseThrow()
                            .get(60, TimeUnit.SECONDS)
                            .isAlive())
                    .isFalse();
        }

        List<String> lines = Files.readAllLines(folder.resolve("home.log"));

        assertThat(lines).singleElement().satisfies(line -> assertThat(line)
                .contains("Portico does not start: PORTICO_PORT (server.port) is \"abc\"; allowed is a whole number"));
        assertThat(home).doesNotExist();
    }

    /// The settings as they are without any, and these.
    private static StandardEnvironment environment(Map<String, Object> set) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new MapPropertySource("set", set));
        for (PropertySource<?> source :
                new YamlPropertySourceLoader().load("application.yaml", new ClassPathResource("application.yaml"))) {
            environment.getPropertySources().addLast(source);
        }
        return environment;
    }
}
