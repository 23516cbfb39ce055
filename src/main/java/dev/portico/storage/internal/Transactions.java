package dev.portico.storage.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/// Begins, commits and rolls back. Where a connection is gone, PostgreSQL has rolled back by itself: what is told
/// then is the failure that ended the transaction, not that a rollback could not be sent any more.
final class Transactions extends JpaTransactionManager {

    private static final Logger log = LoggerFactory.getLogger(Transactions.class);

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (DataAccessException | TransactionException gone) {
            log.debug("A rollback could not be sent; the connection is gone", gone);
        }
    }
}
