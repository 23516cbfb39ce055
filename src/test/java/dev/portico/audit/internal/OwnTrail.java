package dev.portico.audit.internal;

import dev.portico.audit.Verification;
import dev.portico.secrets.DerivedKeys;
import dev.portico.secrets.SecretsSettings;
import dev.portico.storage.PorticoHome;
import dev.portico.storage.PorticoSettings;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A trail of its own in a schema of its own, which a test may spoil: made by the module's migrations, linked by the
/// portal's own code. What is done to it between [#begin] and [#undo] leaves no trace.
final class OwnTrail implements AutoCloseable {

    /// Whoever can write to the database, and has no key.
    static final String KEY = "the key of the portal, 32 or more";

    private final Connection connection;
    private final String schema;
    private final String limit;
    final JdbcTemplate database;

    private OwnTrail(Connection connection, String schema, String limit) {
        this.connection = connection;
        this.schema = schema;
        this.limit = limit;
        this.database = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    static OwnTrail in(DataSource dataSource, String schema) throws SQLException {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .createSchemas(true)
                .locations("classpath:db/migration/audit")
                .load()
                .migrate();
        Connection connection = dataSource.getConnection();
        try (Statement statement = connection.createStatement()) {
            String limit = limit(statement);
            statement.execute("SET search_path TO " + schema);
            statement.execute("SET statement_timeout = 0");
            return new OwnTrail(connection, schema, limit);
        }
    }

    /// Writes rows as the portal does, a request each, every seventh refused.
    void write(int rows) {
        for (int row = 0; row < rows; row++) {
            database.update(
                    """
                    WITH written AS (
                        INSERT INTO audit_entry (id, actor, account, action, thing_type, thing_id, before, after, refused,
                            request, permission, reason)
                        VALUES (gen_random_uuid(), ?, gen_random_uuid(), ?, 'probe', ?, ?::json, ?::json, ?, ?, ?, ?)
                        RETURNING id)
                    INSERT INTO audit_pending SELECT id FROM written
                    """,
                    "account:" + row % 5,
                    "probe.thing.act" + row % 3,
                    "thing " + row,
                    row % 2 == 0 ? null : "{\"number\":  " + row + "}",
                    "{\"number\": " + (row + 1) + "}",
                    row % 7 == 0,
                    "request-" + row,
                    row % 4 == 0 ? "probe.thing.manage" : null,
                    row % 14 == 0 ? "for a reason" : null);
        }
    }

    Chain chain() {
        return chain(KEY, "");
    }

    Chain chain(String key, String previous) {
        return new Chain(database, keys(key, previous));
    }

    Optional<Head> retire(Instant before) throws SQLException {
        return new Retirement(chain(), keys(KEY, "")).retire(connection, before);
    }

    Verification verify(Head... noted) throws SQLException {
        return verify(KEY, "", noted);
    }

    Verification verify(String key, String previous, Head... noted) throws SQLException {
        connection.setAutoCommit(false);
        return new Verifier(connection, keys(key, previous), List.of(noted)).verify();
    }

    /// Everything until [#undo] is undone by it; what keeps people from editing is out of the way.
    void begin() throws SQLException {
        connection.commit();
        connection.setAutoCommit(false);
        for (String table : List.of("audit_entry", "audit_link", "audit_checkpoint", "audit_stub")) {
            database.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            database.execute("GRANT ALL ON " + table + " TO CURRENT_USER");
        }
    }

    void undo() throws SQLException {
        connection.rollback();
    }

    void commit() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA " + schema + " CASCADE");
            statement.execute("SET search_path TO DEFAULT");
            // The connection goes back to the pool, where everybody counts on its limit.
            statement.execute("SET statement_timeout = '" + limit + "'");
        } finally {
            connection.close();
        }
    }

    private static String limit(Statement statement) throws SQLException {
        try (ResultSet shown = statement.executeQuery("SHOW statement_timeout")) {
            shown.next();
            return shown.getString(1);
        }
    }

    private static ChainKeys keys(String key, String previous) {
        return ChainKeys.of(DerivedKeys.found(
                        new PorticoSettings(Path.of("nowhere"), URI.create("http://localhost"), "", key),
                        new SecretsSettings(previous),
                        new PorticoHome(Path.of("target", "no-home")))
                .orElseThrow());
    }
}
