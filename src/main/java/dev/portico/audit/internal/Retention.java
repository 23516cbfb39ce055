package dev.portico.audit.internal;

import dev.portico.audit.Audit;
import dev.portico.audit.AuditSettings;
import dev.portico.jobs.RecurringJob;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import dev.portico.storage.BulkDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Lets go of rows that are older than they have to be kept, once it has verified them.
@Component
final class Retention implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final Chain chain;
    private final Retirement retirement;
    private final BulkDatabase bulk;
    private final Audit audit;
    private final AuditSettings settings;

    Retention(Chain chain, Retirement retirement, BulkDatabase bulk, Audit audit, AuditSettings settings) {
        this.chain = chain;
        this.retirement = retirement;
        this.bulk = bulk;
        this.audit = audit;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "audit.retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        if (settings.keep().isPositive()) {
            Instant before = chain.now().minus(settings.keep());
            while (bulk.transaction(connection -> audited(connection, before))) {
                log.debug("More rows of the audit trail may be old enough to go");
            }
        }
    }

    private boolean audited(Connection connection, Instant before) throws SQLException {
        Optional<Head> last = retirement.retire(connection, before);
        last.ifPresent(head -> audit.record(Change.done(
                Reader.system("audit"), "audit.entry.retire", "audit", "rows up to " + head.n(), null, null)));
        return last.isPresent();
    }
}
