package dev.portico;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/// The clock of a PostgreSQL of a test's own, which can be moved ahead while portals run on it. Rights begin and end by
/// the database's clock, so no portal has to be told.
///
/// All that asks for `now()` in that database is answered by a function of the test's that stands before PostgreSQL's
/// own in the search path.
final class MovedClock {

    private static final String[] MADE = {
        "CREATE SCHEMA clock",
        "CREATE TABLE clock.ahead (span interval NOT NULL)",
        "INSERT INTO clock.ahead VALUES (interval '0')",
        "CREATE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql STABLE"
                + " AS 'SELECT pg_catalog.now() + span FROM clock.ahead'",
        "ALTER DATABASE postgres SET search_path = public, clock, pg_catalog"
    };

    private final EmbeddedPostgres postgres;

    private MovedClock(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /// Gives an empty database a clock that can be moved.
    static MovedClock of(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : MADE) {
                statement.execute(sql);
            }
        }
        return new MovedClock(postgres);
    }

    /// Moves the clock ahead, further than it was moved before.
    void ahead(Duration span) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("UPDATE clock.ahead SET span = span + ? * interval '1 second'")) {
            statement.setLong(1, span.toSeconds());
            statement.executeUpdate();
        }
    }
}
