package dev.portico.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The route to PostgreSQL for work that may take minutes: ingestion, imports, rebuilding.
///
/// It has few connections of its own and wide time limits, so that it neither starves requests nor is cut off by their
/// limits. When the database stops answering, its transactions are broken off within three seconds all the same.
public interface BulkDatabase {

    /// Runs the work in one transaction on a connection of the bulk route, and commits it.
    ///
    /// Whatever joins the transaction on this thread (`JdbcClient`, repositories, audit, the change feed) uses the
    /// same connection. Anything that is thrown rolls everything back.
    ///
    /// @throws IllegalStateException                       when the thread is in a transaction already
    /// @throws org.springframework.dao.DataAccessException when PostgreSQL refuses or does not answer
    <T extends @Nullable Object> T transaction(BulkWork<T> work);

    /// What is done in one bulk transaction.
    @FunctionalInterface
    interface BulkWork<T extends @Nullable Object> {

        /// Does the work. The connection belongs to the transaction: it is neither committed nor closed here. It
        /// unwraps to `org.postgresql.PGConnection`, which offers COPY.
        T run(Connection connection) throws SQLException, IOException;
    }
}
