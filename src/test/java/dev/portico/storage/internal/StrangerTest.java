package dev.portico.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.storage.PorticoHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The port of an embedded PostgreSQL may belong to another server by the time it is asked.
final class StrangerTest {

    @TempDir
    private Path folder;

    @Test
    void another_server_on_the_port_is_not_taken_for_ours_whether_it_lets_us_in_or_not() throws IOException {
        PostgresFolder ours = PostgresFolder.of(new PorticoHome(folder.resolve("ours")));
        PorticoHome others = new PorticoHome(folder.resolve("others"));
        try (EmbeddedServer stranger = EmbeddedServer.start(others)) {
            int port = URI.create(stranger.address().url().substring("jdbc:".length()))
                    .getPort();
            Files.createDirectories(ours.data());
            ours.superuserPassword();

            assertThatThrownBy(() -> new Roles(ours, port).prepare())
                    .isInstanceOf(StorageUnusable.class)
                    .hasMessageContaining("does not let Portico in");

            Files.copy(
                    PostgresFolder.of(others).superuserPasswordFile(),
                    ours.superuserPasswordFile(),
                    StandardCopyOption.REPLACE_EXISTING);
            assertThatThrownBy(() -> new Roles(ours, port).prepare())
                    .isInstanceOf(StorageUnusable.class)
                    .hasMessageContaining(PostgresFolder.of(others).data().toString());
            assertThat(new Roles(PostgresFolder.of(others), port).prepare()).isEqualTo(stranger.address());
        }
    }
}
