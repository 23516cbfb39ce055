package dev.portico.jobs.internal;

import dev.portico.jobs.JobRun;
import dev.portico.kernel.Ids;
import dev.portico.storage.PorticoHome;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The record of runs.
@Component
public final class JobRuns {

    private static final int LONGEST_ERROR = 2_000;
    private static final int MOST = 500;

    private final JdbcClient database;
    private final String node;

    JobRuns(JdbcClient database, PorticoHome home) {
        this.database = database;
        this.node = home.nodeName();
    }

    UUID started(String job, String key) {
        UUID id = Ids.next();
        database.sql("INSERT INTO jobs_run (id, job, key, node) VALUES (?, ?, ?, ?)")
                .params(id, job, key, node)
                .update();
        return id;
    }

    void succeeded(UUID id) {
        ended(id, JobRun.Outcome.SUCCEEDED, null);
    }

    void failed(UUID id, Throwable failure) {
        String error = failure.toString();
        ended(id, JobRun.Outcome.FAILED, error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
    }

    /// Marks what this node left unfinished when it went away.
    void lostByThisNode() {
        database.sql("UPDATE jobs_run SET ended = clock_timestamp(), outcome = 'lost' WHERE ended IS NULL AND node = ?")
                .param(node)
                .update();
    }

    /// Marks the run that a dead node was in the middle of.
    void lost(String job, String key) {
        database.sql("""
                        UPDATE jobs_run SET ended = clock_timestamp(), outcome = 'lost'
                        WHERE ended IS NULL AND job = ? AND key = ?
                        """).params(job, key).update();
    }

    /// The latest runs, newest first.
    public List<JobRun> latest(String job, String key, int limit) {
        return database.sql("""
                        SELECT job, key, node, started, ended, outcome, error FROM jobs_run
                        WHERE job = ? AND key = ? ORDER BY started DESC LIMIT ?
                        """)
                .params(job, key, Math.clamp(limit, 1, MOST))
                .query((row, number) -> {
                    @Nullable OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
                    return new JobRun(
                            row.getString("job"),
                            row.getString("key"),
                            row.getString("node"),
                            row.getObject("started", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            JobRun.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                            row.getString("error"));
                })
                .list();
    }

    /// Deletes runs that are older than the age, and all but the latest 500 of a job and key.
    void prune(Duration age) {
        database.sql("""
                        DELETE FROM jobs_run WHERE ended IS NOT NULL AND (
                            started < clock_timestamp() - make_interval(secs => :seconds)
                            OR id IN (SELECT id FROM (
                                SELECT id, row_number() OVER (PARTITION BY job, key ORDER BY started DESC) AS place
                                FROM jobs_run) AS placed WHERE place > 500))
                        """).param("seconds", age.toSeconds()).update();
    }

    private void ended(UUID id, JobRun.Outcome outcome, @Nullable String error) {
        database.sql("UPDATE jobs_run SET ended = clock_timestamp(), outcome = :outcome, error = :error WHERE id = :id")
                .param("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .param("error", error)
                .param("id", id)
                .update();
    }
}
