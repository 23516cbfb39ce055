package dev.portico.audit;

import dev.portico.audit.internal.Linker;
import dev.portico.kernel.Change;
import dev.portico.kernel.Ids;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The front door of those who change something.
@Service
public final class Audit {

    /// The key of the request's id in the logging context.
    public static final String REQUEST = "request";

    private static final int MOST = 500;

    private final JdbcClient database;
    private final Linker linker;

    Audit(JdbcClient database, Linker linker) {
        this.database = database;
        this.linker = linker;
    }

    /// Writes the change's row in the caller's transaction. Costs one insert and no lock.
    ///
    /// @throws IllegalStateException when the thread is in no transaction: the row could outlive its change
    public void record(Change change) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "The audit row of " + change.action() + " has to be written in the transaction of its change");
        }
        write(database, change);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                linker.lookSoon();
            }
        });
    }

    /// Writes the change's row for a command that runs beside the portal, which sees to the transaction itself.
    public static void write(JdbcClient database, Change change) {
        database.sql("""
                        WITH written AS (
                            INSERT INTO audit_entry
                                (id, actor, account, action, thing_type, thing_id, before, after, refused, request,
                                    permission, reason)
                            VALUES (:id, :actor, :account, :action, :type, :thing, :before::json, :after::json,
                                :refused, :request, :permission, :reason)
                            RETURNING id)
                        INSERT INTO audit_pending (entry) SELECT id FROM written
                        """)
                .param("id", Ids.next())
                .param("actor", change.actor().subject())
                .param("account", change.actor().account())
                .param("action", change.action())
                .param("type", change.thingType())
                .param("thing", change.thingId())
                .param("before", change.before())
                .param("after", change.after())
                .param("refused", change.refused())
                .param("request", MDC.get(REQUEST))
                .param("permission", change.permission())
                .param("reason", change.reason())
                .update();
    }

    /// The latest rows about one thing, newest first.
    ///
    /// @param limit how many at most; no more than 500 are given
    public List<AuditEntry> recent(String thingType, String thingId, int limit) {
        return database.sql("""
                        SELECT id, at, actor, account, action, thing_type, thing_id, before, after, refused, request,
                            permission, reason, NULL::bigint AS n
                        FROM audit_entry WHERE thing_type = :type AND thing_id = :thing
                        ORDER BY at DESC, id DESC LIMIT :limit
                        """)
                .param("type", thingType)
                .param("thing", thingId)
                .param("limit", Math.clamp(limit, 1, MOST))
                .query(AuditEntry.ROW)
                .list();
    }
}
