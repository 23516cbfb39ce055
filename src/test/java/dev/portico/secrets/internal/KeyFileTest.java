package dev.portico.secrets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.secrets.SecretsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void a_key_is_made_once_and_readable_by_its_owner_alone() throws Exception {
        KeyFile file = new KeyFile(folder.resolve("secret.key"));
        assertThat(file.read()).isEmpty();

        String made = file.make();

        assertThat(made).hasSizeGreaterThanOrEqualTo(43);
        assertThat(file.read()).contains(made);
        assertThat(file.make()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_that_was_cut_off_is_not_taken() throws Exception {
        Path path = Files.writeString(folder.resolve("secret.key"), "short");

        assertThatThrownBy(() -> new KeyFile(path).read())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("backup");
    }

    @Test
    void a_key_is_made_of_its_text_alone_and_shows_nothing_of_it() {
        SecretKey key = SecretKey.of("canary, and long enough to be a key");

        assertThat(key.id())
                .hasSize(16)
                .isEqualTo(SecretKey.of("canary, and long enough to be a key").id());
        assertThat(key.id())
                .isNotEqualTo(
                        SecretKey.of("canary, and long enough to be a keY").id());
        assertThat(key.toString()).doesNotContain("canary");
    }

    @Test
    void the_previous_key_binds_and_is_empty_by_default() {
        assertThat(settings(Map.of())).isEqualTo(new SecretsSettings(""));
        SecretsSettings set = settings(Map.of("portico.secrets.previous-key", "canary".repeat(6)));
        assertThat(set.previousKey()).isEqualTo("canary".repeat(6));
        assertThat(set.toString()).doesNotContain("canary");
        assertThatThrownBy(() -> new SecretsSettings("short")).hasMessageContaining("32 characters");
    }

    private static SecretsSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.secrets", SecretsSettings.class);
    }
}
