package dev.portico.storage;

import java.sql.Connection;
import java.sql.SQLException;

/// Connections outside the pools, for the few that have to stay open: listening for notifications.
public interface DedicatedDatabase {

    /// Opens a connection in autocommit mode, which the caller closes. It counts against PostgreSQL's limit, not
    /// against a pool's; a read on it fails after ten seconds without an answer.
    ///
    /// @param purpose shown in `pg_stat_activity`
    Connection open(String purpose) throws SQLException;
}
