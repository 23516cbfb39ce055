package dev.portico.storage.internal;

import dev.portico.storage.BulkDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the thread on the bulk route for the length of one transaction.
final class PooledBulkDatabase implements BulkDatabase {

    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final SQLExceptionTranslator translator;
    private final Pulse pulse;

    PooledBulkDatabase(DataSource dataSource, PlatformTransactionManager transactionManager, Pulse pulse) {
        this.dataSource = dataSource;
        this.transactions = new TransactionTemplate(transactionManager);
        this.translator = new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
        this.pulse = pulse;
    }

    @Override
    public <T extends @Nullable Object> T transaction(BulkWork<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A bulk transaction cannot begin within another transaction");
        }
        return ScopedValue.where(Route.CURRENT, Route.BULK)
                .call(() -> transactions.<T>execute(status -> guarded(work)));
    }

    private <T extends @Nullable Object> T guarded(BulkWork<T> work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            Connection physical = connection.unwrap(org.postgresql.jdbc.PgConnection.class);
            pulse.guard(physical);
            try {
                return work.run(connection);
            } finally {
                pulse.letGo(physical);
            }
        } catch (SQLException e) {
            throw translate(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private RuntimeException translate(SQLException failure) {
        RuntimeException translated = translator.translate("bulk transaction", null, failure);
        return translated == null ? new UncategorizedSQLException("bulk transaction", null, failure) : translated;
    }
}
