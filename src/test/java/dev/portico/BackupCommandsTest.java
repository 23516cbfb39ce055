package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `backup` and `restore` as an operator types them: each in a JVM of its own, told by environment variables alone.
@PorticoTest
class BackupCommandsTest {

    private static final String KEY = "the-key-of-the-commands-0123456789abcdef";

    @TempDir
    private Path folder;

    private final JdbcClient database;

    @Autowired
    BackupCommandsTest(JdbcClient database) {
        this.database = database;
    }

    @Test
    void what_was_backed_up_from_the_embedded_database_comes_back_in_a_postgresql_of_ones_own_and_from_there()
            throws Exception {
        Path file = folder.resolve("portal.backup");
        Ended backup = run(Map.of("PORTICO_HOME", TestHome.FOLDER.toString()), "backup", file.toString());
        assertThat(backup.code()).as(backup.output()).isZero();
        assertThat(backup.output()).contains("Backed up into " + file);

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> own = Map.of(
                    "PORTICO_HOME",
                    folder.resolve("home").toString(),
                    "PORTICO_DATABASE_URL",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "PORTICO_DATABASE_USER",
                    "postgres",
                    "PORTICO_DATABASE_PASSWORD",
                    "postgres");
            Ended restore = run(own, "restore", file.toString());
            assertThat(restore.code()).as(restore.output()).isZero();
            assertThat(restore.output()).contains("Restored and verified " + file);
            assertThat(accounts(JdbcClient.create(postgres.getPostgresDatabase())))
                    .isNotEmpty()
                    .isEqualTo(accounts(database));
            assertThat(folder.resolve("home/postgres")).doesNotExist();

            Ended again = run(own, "restore", file.toString());
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.output()).contains("--replace");
            Path second = folder.resolve("own.backup");
            Ended ownBackup = run(own, "backup", second.toString());
            assertThat(ownBackup.code()).as(ownBackup.output()).isZero();
            assertThat(ownBackup.output()).contains("Backed up into " + second);
            Ended replaced = run(own, "restore", "--replace", second.toString());
            assertThat(replaced.code()).as(replaced.output()).isZero();
            assertThat(accounts(JdbcClient.create(postgres.getPostgresDatabase())))
                    .isEqualTo(accounts(database));
        }
    }

    @Test
    void a_command_that_is_not_understood_says_how_it_goes() throws Exception {
        assertThat(run(Map.of(), "backup")).isEqualTo(new Ended(2, "usage: ./portico backup FILE\n"));
        assertThat(run(Map.of(), "restore", "--replace"))
                .isEqualTo(new Ended(2, "usage: ./portico restore [--replace] FILE\n"));
    }

    private static List<@Nullable String> accounts(JdbcClient client) {
        return client.sql("SELECT id || ' ' || name FROM access_account ORDER BY id")
                .query(String.class)
                .list();
    }

    private Ended run(Map<String, String> settings, String... words) throws IOException, InterruptedException {
        Path target = Path.of("target").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                target.resolve("classes") + ":"
                        + Files.readString(target.resolve("classpath")).strip(),
                PorticoApplication.class.getName()));
        command.addAll(List.of(words));
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PORTICO_SECRET_KEY", KEY);
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTICO_"));
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Ended(code, Files.readString(output));
    }

    private record Ended(int code, String output) {}
}
