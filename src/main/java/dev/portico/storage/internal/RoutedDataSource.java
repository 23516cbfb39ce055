package dev.portico.storage.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// The one data source that everybody uses. It hands out connections of the route that the thread is on, and
/// refuses at once while the database does not answer.
///
/// Both routes are one data source to Spring, so that whatever joins a transaction travels on its connection.
final class RoutedDataSource extends AbstractDataSource implements AutoCloseable {

    /// Why there is no connection.
    static final String AWAY = "PostgreSQL does not answer";

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final HikariDataSource brief;
    private final HikariDataSource bulk;
    private final Pulse pulse;

    RoutedDataSource(HikariDataSource brief, HikariDataSource bulk, Pulse pulse) {
        this.brief = brief;
        this.bulk = bulk;
        this.pulse = pulse;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (pulse.away()) {
            throw new SQLTransientConnectionException(AWAY);
        }
        return switch (Route.CURRENT.orElse(Route.SHORT)) {
            case SHORT -> brief.getConnection();
            case BULK -> bulk.getConnection();
        };
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("Portico signs in to PostgreSQL with one role only");
    }

    /// A pool may wait seconds for a connection that it is opening to a database that does not answer. Whatever is
    /// open then ends with the process.
    @Override
    public void close() {
        pulse.close();
        Thread longer = Thread.ofVirtual().name("pool-end").start(bulk::close);
        Thread shorter = Thread.ofVirtual().name("pool-end").start(brief::close);
        try {
            longer.join(PATIENCE);
            shorter.join(PATIENCE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
