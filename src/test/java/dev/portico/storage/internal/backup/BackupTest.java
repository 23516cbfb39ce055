package dev.portico.storage.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.audit.Audit;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import dev.portico.storage.DatabaseSettings;
import dev.portico.storage.Objects;
import dev.portico.storage.PorticoHome;
import dev.portico.storage.PorticoSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Backs up the portal of the tests, which runs meanwhile, and restores into one of its own.
@PorticoTest
class BackupTest {

    private static final String KEY = "the-key-of-this-test-0123456789abcdef";

    @TempDir
    private Path folder;

    private final PorticoHome home;
    private final Objects objects;
    private final JdbcClient database;
    private final Audit audit;
    private final TransactionTemplate transactions;

    @Autowired
    BackupTest(PorticoHome home, Objects objects, JdbcClient database, Audit audit, TransactionTemplate transactions) {
        this.home = home;
        this.objects = objects;
        this.database = database;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Test
    void a_backup_of_a_running_portal_comes_back_row_by_row_and_object_by_object() throws Exception {
        Path file = backup();
        Manifest before = manifest(file);
        assertThat(before.tables())
                .filteredOn(table -> table.name().equals("audit_entry"))
                .singleElement()
                .satisfies(table -> assertThat(table.rows()).isPositive());
        assertThat(before.tables()).extracting(Manifest.Table::name).doesNotContain("changes_feed");
        assertThat(before.objects()).isNotEmpty();

        Portal restored = portal(folder.resolve("restored"), KEY);
        assertThat(restored.restore(file, false)).contains("objects");

        Path again = folder.resolve("again.zip");
        restored.backUp(again);
        Manifest after = manifest(again);
        assertThat(after.tables()).isEqualTo(before.tables());
        assertThat(after.histories()).isEqualTo(before.histories());
        assertThat(after.sequences()).containsAll(before.sequences());
        assertThat(after.objects()).containsExactlyInAnyOrderElementsOf(before.objects());
    }

    @Test
    void a_portal_with_data_is_replaced_only_when_told_to() throws Exception {
        Path file = backup();
        Portal target = portal(folder.resolve("target"), KEY);
        target.restore(file, false);
        assertThatThrownBy(() -> target.restore(file, false))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("--replace");
        target.restore(file, true);
        target.backUp(folder.resolve("replaced.zip"));
        assertThat(manifest(folder.resolve("replaced.zip")).tables())
                .isEqualTo(manifest(file).tables());
    }

    @Test
    void another_key_is_refused_before_anything_is_touched() throws Exception {
        Path file = backup();
        Path target = folder.resolve("target");
        assertThatThrownBy(() ->
                        portal(target, "another-key-0123456789abcdef012345").restore(file, false))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("PORTICO_SECRET_KEY");
        assertThatThrownBy(() -> portal(target, "").restore(file, false)).isInstanceOf(BackupRefused.class);
        assertThat(target.resolve("postgres")).doesNotExist();
    }

    @Test
    void a_changed_row_is_found_and_the_portal_stays_as_it_was() throws Exception {
        Path file = backup();
        Portal target = portal(folder.resolve("target"), KEY);
        target.restore(file, false);
        change(file, "tables/audit_entry.copy", text -> text.replace("backup.probe", "backup.prank"));
        assertThatThrownBy(() -> target.restore(file, true))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("audit_entry");
        target.backUp(folder.resolve("after.zip"));
        assertThat(manifest(folder.resolve("after.zip")).rows()).isPositive();
    }

    @Test
    void a_changed_manifest_is_found() throws Exception {
        Path file = backup();
        change(file, Manifest.ENTRY, text -> text.replaceFirst("\"rows\":", "\"rows\":9"));
        assertThatThrownBy(() -> portal(folder.resolve("target"), KEY).restore(file, false))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("damaged or changed");
    }

    @Test
    void a_changed_object_is_found() throws Exception {
        Path file = backup();
        String object = manifest(file).objects().getFirst().entry();
        change(file, object, text -> text + "!");
        assertThatThrownBy(() -> portal(folder.resolve("target"), KEY).restore(file, false))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("damaged or changed");
    }

    @Test
    void what_was_added_or_cut_off_is_found() throws Exception {
        Path file = backup();
        Path added = Files.copy(file, folder.resolve("added.zip"));
        change(added, "objects/" + "0".repeat(64), text -> "smuggled");
        assertThatThrownBy(() -> portal(folder.resolve("target"), KEY).restore(added, false))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("more or less");

        Path half = folder.resolve("half.zip");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> portal(folder.resolve("target"), KEY).restore(half, false))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("not a whole backup");
    }

    @Test
    void a_backup_overwrites_nothing() throws Exception {
        Path file = backup();
        assertThatThrownBy(() -> portal(home.folder(), KEY).backUp(file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("already");
    }

    @Test
    void a_home_in_use_is_not_restored_into() throws Exception {
        Path file = backup();
        assertThatThrownBy(() -> portal(home.folder(), KEY).restore(file, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Another Portico");
        assertThat(database.sql("SELECT count(*) FROM audit_entry")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private Path backup() throws Exception {
        Change change = Change.done(Reader.system("test"), "backup.probe", "probe", "p\t\\N\u2028ß", null, "{}");
        transactions.executeWithoutResult(status -> audit.record(change));
        objects.put(new ByteArrayInputStream("an artifact".getBytes(StandardCharsets.UTF_8)));
        Path file = folder.resolve("backup.zip");
        portal(home.folder(), KEY).backUp(file);
        return file;
    }

    private static Portal portal(Path home, String key) {
        return new Portal(
                new PorticoSettings(home, URI.create("http://localhost"), "", key),
                new DatabaseSettings(
                        "",
                        "portico",
                        "",
                        4,
                        2,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(2)));
    }

    private static Manifest manifest(Path file) throws IOException, BackupRefused {
        try (Archive archive = Archive.open(file, new BackupKey(KEY))) {
            return archive.manifest();
        }
    }

    private static void change(Path file, String entry, UnaryOperator<String> edit) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path path = zip.getPath(entry);
            String text = Files.exists(path) ? Files.readString(path) : "";
            Files.writeString(path, edit.apply(text));
        }
    }
}
