package dev.portico.access.internal;

import dev.portico.access.DecisionSettings;
import dev.portico.access.SampleDecisions;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Keeps them beside the recorded ones, marked by who made them.
@Service
final class StoredSampleDecisions implements SampleDecisions {

    private final JdbcClient jdbc;
    private final DecisionSettings settings;

    StoredSampleDecisions(JdbcClient jdbc, DecisionSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public void add(Reader job, Collection<Past> decisions) {
        require(job);
        if (!settings.record()) {
            return;
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (Past past : decisions) {
            jdbc.sql("""
                            INSERT INTO access_decision
                                (day, subject, permission, asked, thing_type, thing_id, result, made_by)
                            VALUES (?, ?, ?, 'GENERAL', '', '', 'ALL', ?) ON CONFLICT DO NOTHING
                            """)
                    .params(today.minusDays(past.days()), past.subject(), past.permission(), job.subject())
                    .update();
            token(job, past.subject(), today.minusDays(past.days()));
        }
    }

    /// A service token that the same job made was there by then, and was used: its page tells the same as the
    /// reviews of the sample company.
    private void token(Reader job, String subject, LocalDate day) {
        jdbc.sql(
                        "UPDATE access_token SET created_at = least(created_at, :day), last_used_at = greatest(last_used_at, :day)"
                                + " WHERE owner IS NULL AND 'token:' || name = :subject AND created_by = :job")
                .param("day", day.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .param("job", job.subject())
                .update();
    }

    @Override
    public void remove(Reader job) {
        require(job);
        jdbc.sql("DELETE FROM access_decision WHERE made_by = ?")
                .param(job.subject())
                .update();
    }

    private static void require(Reader job) {
        if (!job.subject().startsWith("system:")) {
            throw new Refusal.Forbidden(
                    AccessPermissions.READ_POLICY.name(),
                    "Nobody writes decisions down; they are recorded as people ask");
        }
    }
}
