package dev.portico.storage.internal;

import dev.portico.kernel.Refusal;
import dev.portico.storage.BulkDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the thread on the bulk route for the length of one transaction.
///
/// The route has few connections. Whoever comes while all are in use waits for his turn, in order; that takes as
/// long as others take, unless the database is away.
final class PooledBulkDatabase implements BulkDatabase {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final SQLExceptionTranslator translator;
    private final Pulse pulse;
    private final Semaphore turns;

    /// @param connections how many connections the route has
    PooledBulkDatabase(
            DataSource dataSource, PlatformTransactionManager transactionManager, Pulse pulse, int connections) {
        this.dataSource = dataSource;
        this.transactions = new TransactionTemplate(transactionManager);
        this.translator = new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
        this.pulse = pulse;
        this.turns = new Semaphore(connections, true);
    }

    @Override
    public <T extends @Nullable Object> T transaction(BulkWork<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A bulk transaction cannot begin within another transaction");
        }
        awaitTurn();
        try {
            return ScopedValue.where(Route.CURRENT, Route.BULK)
                    .call(() -> transactions.<T>execute(status -> guarded(work)));
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            while (!turns.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                if (pulse.away()) {
                    throw new CannotGetJdbcConnectionException(
                            "No turn on the bulk route", new SQLTransientConnectionException(RoutedDataSource.AWAY));
                }
                if (System.nanoTime() > deadline) {
                    throw new Refusal.Unavailable(
                            "database-busy",
                            "Too much is being written at the moment. Nothing was changed; try again in a minute.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal.Unavailable(
                    "database-busy", "The work was ended before its turn came. Nothing was changed; try again.");
        }
    }

    private <T extends @Nullable Object> T guarded(BulkWork<T> work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            guardToItsEnd(connection.unwrap(org.postgresql.jdbc.PgConnection.class));
            return work.run(connection);
        } catch (SQLException e) {
            throw translate(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /// The commit is guarded as well: it is where a database that freezes would hold its client for longest.
    private void guardToItsEnd(Connection physical) {
        pulse.guard(physical);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                pulse.letGo(physical);
            }
        });
    }

    private RuntimeException translate(SQLException failure) {
        RuntimeException translated = translator.translate("bulk transaction", null, failure);
        return translated == null ? new UncategorizedSQLException("bulk transaction", null, failure) : translated;
    }
}
