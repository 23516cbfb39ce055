package dev.portico.storage.internal.backup;

import dev.portico.storage.Objects;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/// Brings a backup back. The data is laid out in a schema beside the portal's and verified there; only when all of it
/// is as it was does it take the portal's place, in one step. Whatever goes wrong before leaves the portal as it is.
final class Restore {

    private static final String BESIDE = "portico_restored";

    private final DataSource dataSource;
    private final Objects objects;
    private final Archive archive;

    Restore(DataSource dataSource, Objects objects, Archive archive) {
        this.dataSource = dataSource;
        this.objects = objects;
        this.archive = archive;
    }

    /// Restores and verifies.
    ///
    /// @param replace whether data that is there is given up for the backup's
    void carryOut(boolean replace) throws IOException, SQLException, BackupRefused {
        try (Connection connection = dataSource.getConnection()) {
            String target = connection.getSchema();
            if (!replace) {
                refuseUnlessEmpty(connection);
            }
            restoreObjects();
            execute(connection, "DROP SCHEMA IF EXISTS " + BESIDE + " CASCADE", "CREATE SCHEMA " + BESIDE);
            try {
                new Migrations(dataSource, BESIDE)
                        .carryOut(
                                archive.manifest().histories(),
                                archive.manifest().portico());
                connection.setAutoCommit(false);
                execute(connection, "SET LOCAL search_path TO " + BESIDE);
                fill(connection);
                execute(
                        connection,
                        "DROP SCHEMA " + Schema.quoted(target) + " CASCADE",
                        "ALTER SCHEMA " + BESIDE + " RENAME TO " + Schema.quoted(target));
                connection.commit();
            } catch (IOException | SQLException | BackupRefused | RuntimeException e) {
                connection.rollback();
                connection.setAutoCommit(true);
                execute(connection, "DROP SCHEMA IF EXISTS " + BESIDE + " CASCADE");
                throw e;
            }
        }
    }

    private static void refuseUnlessEmpty(Connection connection) throws SQLException, BackupRefused {
        Schema schema = new Schema(connection);
        for (String table : schema.tables()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT FROM " + Schema.quoted(table) + " LIMIT 1")) {
                if (row.next()) {
                    throw new BackupRefused("The database of this portal is not empty: " + table + " has rows. Restore"
                            + " into an empty one, or give up its data with --replace.");
                }
            }
        }
    }

    private void restoreObjects() throws IOException, BackupRefused {
        for (Manifest.Content content : archive.manifest().objects()) {
            try (InputStream input = archive.entry(content.entry())) {
                Objects.Stored stored = objects.put(input);
                if (!stored.id().sha256().equals(content.sha256())) {
                    objects.delete(stored.id());
                    throw new BackupRefused(
                            "The object " + content.sha256() + " of the backup was damaged or changed.");
                }
            }
        }
    }

    private void fill(Connection connection) throws SQLException, IOException, BackupRefused {
        Schema schema = new Schema(connection);
        schema.settle();
        if (!schema.histories().equals(archive.manifest().histories())) {
            throw new BackupRefused("This Portico's migrations are not those of the backup; restore it with version "
                    + archive.manifest().portico() + ".");
        }
        for (Manifest.Table table : archive.manifest().tables().reversed()) {
            clear(connection, Schema.quoted(table.name()));
        }
        for (Manifest.Table table : archive.manifest().tables()) {
            fill(connection, schema, table);
        }
        for (Manifest.Sequence sequence : archive.manifest().sequences()) {
            try (PreparedStatement statement = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
                statement.setString(1, Schema.quoted(sequence.name()));
                statement.setLong(2, sequence.value());
                statement.executeQuery();
            }
        }
    }

    /// Takes out what the migrations put in; the backup has it as it became.
    private static void clear(Connection connection, String table) throws SQLException {
        boolean filled;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FROM " + table + " LIMIT 1")) {
            filled = row.next();
        }
        if (filled) {
            execute(connection, "DELETE FROM " + table);
        }
    }

    private void fill(Connection connection, Schema schema, Manifest.Table table)
            throws SQLException, IOException, BackupRefused {
        String name = Schema.quoted(table.name());
        List<String> columns = schema.columns(table.name());
        if (!columns.equals(table.columns())) {
            throw new BackupRefused("The table " + table.name() + " has other columns than in the backup.");
        }
        try (InputStream input = archive.entry(table.entry())) {
            // Rows come as they were: what triggers made of them is in them already.
            execute(connection, "ALTER TABLE " + name + " DISABLE TRIGGER USER");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + name + " (" + Schema.list(columns) + ") FROM STDIN", input);
            execute(connection, "ALTER TABLE " + name + " ENABLE TRIGGER USER");
        } catch (SQLException e) {
            throw new BackupRefused("The rows of " + table.name() + " were damaged or changed: " + e.getMessage(), e);
        }
        try (Counted output = new Counted(OutputStream.nullOutputStream())) {
            long rows = schema.copyOut(table.name(), columns, output);
            if (rows != table.rows()
                    || output.bytes() != table.bytes()
                    || !output.sha256().equals(table.sha256())) {
                throw new BackupRefused("The rows of " + table.name() + " are not those of the backup: it has "
                        + table.rows() + ", " + rows + " were read, and their digests differ.");
            }
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
