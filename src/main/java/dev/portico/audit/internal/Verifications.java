package dev.portico.audit.internal;

import dev.portico.audit.AuditSettings;
import dev.portico.audit.ChainState;
import dev.portico.audit.Verification;
import dev.portico.jobs.RecurringJob;
import dev.portico.storage.BulkDatabase;
import dev.portico.storage.PorticoHome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Verifies the chain now and then, and remembers how that ended.
@Component
public final class Verifications implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(Verifications.class);

    private final JdbcClient database;
    private final BulkDatabase bulk;
    private final Chain chain;
    private final ChainKeys keys;
    private final HeadFile file;
    private final AuditSettings settings;
    private final JsonMapper json;

    Verifications(
            JdbcClient database,
            BulkDatabase bulk,
            Chain chain,
            ChainKeys keys,
            PorticoHome home,
            AuditSettings settings,
            JsonMapper json) {
        this.database = database;
        this.bulk = bulk;
        this.chain = chain;
        this.keys = keys;
        this.file = HeadFile.of(home);
        this.settings = settings;
        this.json = json;
    }

    @Override
    public String name() {
        return "audit.verification";
    }

    @Override
    public Duration every() {
        return settings.verifyEvery();
    }

    @Override
    public void run() {
        verify();
    }

    /// Looks at everything, in one snapshot.
    public Verification verify() {
        Verification found = bulk.transaction(this::verify);
        if (found.problem() != null) {
            log.error("The audit trail does not verify: {}", found.problem().sentence());
        } else {
            log.info("The audit trail is intact to row {}, whose link is {}", found.to(), found.link());
        }
        database.sql("INSERT INTO audit_verification (at, report) VALUES (clock_timestamp(), ?::json)"
                        + " ON CONFLICT (only_one) DO UPDATE SET at = excluded.at, report = excluded.report")
                .param(json.writeValueAsString(found))
                .update();
        return found;
    }

    private Verification verify(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        }
        return new Verifier(connection, keys, file.read().stream().toList()).verify();
    }

    /// How the chain stands.
    public ChainState state() {
        Head head = chain.head();
        Optional<Last> last = database.sql("SELECT at, report::text AS report FROM audit_verification")
                .query((row, number) ->
                        new Last(Digest.at(row, "at"), json.readValue(row.getString("report"), Verification.class)))
                .optional();
        return new ChainState(
                head.n(),
                head.hex(),
                database.sql("SELECT count(*) FROM audit_pending")
                        .query(Long.class)
                        .single(),
                last.map(Last::at).orElse(null),
                last.map(Last::found).orElse(null),
                keys.own().id(),
                keys.own().pem());
    }

    private record Last(Instant at, Verification found) {}
}
