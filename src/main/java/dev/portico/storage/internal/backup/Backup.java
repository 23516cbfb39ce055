package dev.portico.storage.internal.backup;

import dev.portico.storage.ObjectId;
import dev.portico.storage.Objects;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// Writes a backup. The portal may run meanwhile: the rows come from one snapshot, and the objects are read after it,
/// so that whatever the rows name is there.
final class Backup {

    private final Connection connection;
    private final Objects objects;
    private final BackupKey key;
    private final String version;

    Backup(Connection connection, Objects objects, BackupKey key, String version) {
        this.connection = connection;
        this.objects = objects;
        this.key = key;
        this.version = version;
    }

    /// Writes the file, which appears under its name when it is complete and on the disk.
    Manifest write(Path file) throws IOException, SQLException, BackupRefused {
        if (Files.exists(file)) {
            throw new BackupRefused("There is a file " + file + " already. Choose another name, or delete it first.");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Manifest manifest;
            try (FileChannel channel = FileChannel.open(
                            unfinished,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    ZipOutputStream zip =
                            new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
                manifest = write(zip);
                zip.finish();
                zip.flush();
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest write(ZipOutputStream zip) throws IOException, SQLException, BackupRefused {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        Schema schema = new Schema(connection);
        schema.settle();
        List<Manifest.Table> tables = new ArrayList<>();
        for (String table : schema.tables()) {
            tables.add(table(zip, schema, table));
        }
        List<Manifest.History> histories = schema.histories();
        List<Manifest.Sequence> sequences = schema.sequences();
        connection.rollback();
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                Instant.now().toString(),
                version,
                connection.getMetaData().getDatabaseProductVersion(),
                key.check(),
                histories,
                tables,
                sequences,
                contents(zip));
        byte[] json = JsonMapper.shared().writeValueAsBytes(manifest);
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(json);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry(Manifest.MAC_ENTRY));
        zip.write(key.authenticate(json));
        zip.closeEntry();
        return manifest;
    }

    private static Manifest.Table table(ZipOutputStream zip, Schema schema, String name)
            throws IOException, SQLException {
        List<String> columns = schema.columns(name);
        zip.putNextEntry(new ZipEntry("tables/" + name + ".copy"));
        try (Counted output = new Counted(zip)) {
            long rows = schema.copyOut(name, columns, output);
            zip.closeEntry();
            return new Manifest.Table(name, columns, rows, output.bytes(), output.sha256());
        }
    }

    private List<Manifest.Content> contents(ZipOutputStream zip) throws IOException {
        List<ObjectId> ids = new ArrayList<>();
        objects.each(ids::add);
        List<Manifest.Content> contents = new ArrayList<>();
        for (ObjectId id : ids) {
            Optional<InputStream> content = objects.open(id);
            if (content.isPresent()) {
                contents.add(content(zip, id, content.get()));
            }
        }
        return contents;
    }

    private static Manifest.Content content(ZipOutputStream zip, ObjectId id, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry("objects/" + id));
        try (InputStream input = content) {
            long size = input.transferTo(zip);
            zip.closeEntry();
            return new Manifest.Content(id.sha256(), size);
        }
    }
}
