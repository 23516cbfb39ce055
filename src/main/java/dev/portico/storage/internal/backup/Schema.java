package dev.portico.storage.internal.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;

/// Portico's tables in a connection's current schema, as PostgreSQL's own catalog describes them.
///
/// Left out are Flyway's histories, and tables whose comment begins with `transient`: what they hold means nothing in
/// another database.
final class Schema {

    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /// Has values be written in one way, whatever the server's settings.
    void settle() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
            statement.execute("SET datestyle = 'ISO, YMD'");
            statement.execute("SET intervalstyle = 'iso_8601'");
            statement.execute("SET bytea_output = 'hex'");
            statement.execute("SET extra_float_digits = 1");
            statement.execute("SET statement_timeout = 0");
            statement.execute("SET lock_timeout = '30s'");
        }
    }

    /// The tables, each after those it refers to.
    List<String> tables() throws SQLException, BackupRefused {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        for (String table : strings("""
                SELECT c.relname FROM pg_class c
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                    AND c.relname NOT LIKE 'flyway\\_schema\\_history%'
                    AND coalesce(obj_description(c.oid, 'pg_class'), '') NOT LIKE 'transient%'
                ORDER BY c.relname COLLATE "C"
                """)) {
            references.put(table, new LinkedHashSet<>(strings("""
                    SELECT DISTINCT r.relname FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
                        JOIN pg_class r ON r.oid = f.confrelid
                    WHERE f.contype = 'f' AND c.relnamespace = current_schema()::regnamespace AND c.relname = ?
                        AND r.oid <> c.oid
                    """, table)));
        }
        List<String> ordered = new ArrayList<>();
        while (!references.isEmpty()) {
            List<String> free = references.entrySet().stream()
                    .filter(entry -> ordered.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (free.isEmpty()) {
                throw new BackupRefused("The tables " + references.keySet() + " refer to each other in a circle");
            }
            ordered.addAll(free);
            references.keySet().removeAll(free);
        }
        return ordered;
    }

    /// The columns that are stored, in their order; what PostgreSQL computes itself is left out.
    List<String> columns(String table) throws SQLException {
        return strings("""
                SELECT a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ? AND a.attnum > 0
                    AND NOT a.attisdropped AND a.attgenerated = ''
                ORDER BY a.attnum
                """, table);
    }

    /// Writes the rows as COPY does, in the order of the table's key.
    ///
    /// @return how many there are
    long copyOut(String table, List<String> columns, OutputStream output) throws SQLException, IOException {
        String query = "SELECT " + list(columns) + " FROM " + quoted(table) + " ORDER BY " + order(table);
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + query + ") TO STDOUT", output);
    }

    /// The modules and the migrations they have seen.
    List<Manifest.History> histories() throws SQLException {
        List<Manifest.History> histories = new ArrayList<>();
        for (String table : strings("""
                SELECT relname FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
                    AND relname LIKE 'flyway\\_schema\\_history%' ORDER BY relname COLLATE "C"
                """)) {
            String module = table.equals(HISTORY) ? "__root" : table.substring(HISTORY.length() + 1);
            List<Manifest.Migration> migrations = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT version, checksum FROM " + quoted(table)
                            + " WHERE success AND type = 'SQL' AND version IS NOT NULL ORDER BY installed_rank")) {
                while (row.next()) {
                    migrations.add(new Manifest.Migration(row.getString(1), row.getInt(2)));
                }
            }
            if (!migrations.isEmpty()) {
                histories.add(new Manifest.History(module, migrations));
            }
        }
        return histories;
    }

    /// Where the sequences stand that have been used.
    List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT sequencename, last_value FROM pg_sequences
                        WHERE schemaname = current_schema() AND last_value IS NOT NULL
                        ORDER BY sequencename COLLATE "C"
                        """)) {
            while (row.next()) {
                sequences.add(new Manifest.Sequence(row.getString(1), row.getLong(2)));
            }
        }
        return sequences;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String list(List<String> columns) {
        return String.join(", ", columns.stream().map(Schema::quoted).toList());
    }

    /// The key's columns, or the whole row where there is no key; the same on every server, whatever its collation.
    private String order(String table) throws SQLException {
        List<String> key = strings("""
                SELECT quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
                FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
                WHERE i.indisprimary AND c.relnamespace = current_schema()::regnamespace AND c.relname = ?
                ORDER BY array_position(i.indkey::int[], a.attnum::int)
                """, table);
        return key.isEmpty() ? quoted(table) + "::text COLLATE \"C\"" : String.join(", ", key);
    }

    private List<String> strings(String query, String... parameters) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    strings.add(row.getString(1));
                }
            }
        }
        return strings;
    }
}
