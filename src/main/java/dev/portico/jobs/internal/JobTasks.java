package dev.portico.jobs.internal;

import dev.portico.jobs.JobsHealth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is to run when. The rows are shared with db-scheduler, which picks those that are due.
@Component
public final class JobTasks {

    /// The table, as db-scheduler is told its name.
    static final String TABLE = "jobs_task";

    private final JdbcClient database;

    JobTasks(JdbcClient database) {
        this.database = database;
    }

    /// Inserts or moves; while the job runs, keeps the wish for later.
    public void schedule(String job, String key, Instant at) {
        database.sql("""
                        INSERT INTO jobs_task AS task (task_name, task_instance, execution_time, picked, version)
                        VALUES (:job, :key, :at, false, 1)
                        ON CONFLICT (task_name, task_instance) DO UPDATE SET
                            execution_time = CASE WHEN task.picked THEN task.execution_time
                                ELSE excluded.execution_time END,
                            again_at = CASE WHEN task.picked THEN least(task.again_at, excluded.execution_time) END,
                            cancelled = false
                        """)
                .param("job", job)
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Inserts, or moves to an earlier time.
    void scheduleNoLaterThan(String job, String key, Instant at) {
        database.sql("""
                        INSERT INTO jobs_task AS task (task_name, task_instance, execution_time, picked, version)
                        VALUES (:job, :key, :at, false, 1)
                        ON CONFLICT (task_name, task_instance) DO UPDATE SET execution_time = excluded.execution_time
                        WHERE NOT task.picked AND task.execution_time > excluded.execution_time
                        """)
                .param("job", job)
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Deletes; while the job runs, has it deleted afterwards.
    public void cancel(String job, String key) {
        database.sql("DELETE FROM jobs_task WHERE task_name = ? AND task_instance = ? AND NOT picked")
                .params(job, key)
                .update();
        database.sql("""
                        UPDATE jobs_task SET cancelled = true, again_at = NULL
                        WHERE task_name = ? AND task_instance = ? AND picked
                        """).params(job, key).update();
    }

    /// When it runs next.
    public Optional<Instant> next(String job, String key) {
        return database.sql("""
                        SELECT CASE WHEN picked THEN again_at ELSE execution_time END AS next FROM jobs_task
                        WHERE task_name = ? AND task_instance = ? AND NOT cancelled
                        """).params(job, key).query((row, number) -> instant(row, "next")).list().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Takes what was wished for while the job ran, and forgets it. Locks the row until the transaction ends.
    Wish takeWish(String job, String key) {
        Optional<Wish> wish = database.sql("""
                        SELECT again_at, cancelled FROM jobs_task
                        WHERE task_name = ? AND task_instance = ? FOR UPDATE
                        """)
                .params(job, key)
                .query((row, number) -> new Wish(instant(row, "again_at").orElse(null), row.getBoolean("cancelled")))
                .optional();
        database.sql("""
                        UPDATE jobs_task SET again_at = NULL, cancelled = false
                        WHERE task_name = ? AND task_instance = ? AND (cancelled OR again_at IS NOT NULL)
                        """).params(job, key).update();
        return wish.orElse(new Wish(null, true));
    }

    /// Lets go of what this node held when it went away.
    int release(String node) {
        return database.sql("""
                        UPDATE jobs_task SET picked = false, picked_by = NULL, last_heartbeat = NULL,
                            execution_time = clock_timestamp(), version = version + 1
                        WHERE picked AND picked_by = ?
                        """).param(node).update();
    }

    /// Counts over all nodes.
    public JobsHealth health() {
        return database.sql("""
                        SELECT count(*) FILTER (WHERE picked) AS running,
                            count(*) FILTER (WHERE NOT picked) AS waiting,
                            count(*) FILTER (WHERE NOT picked
                                AND execution_time < clock_timestamp() - interval '1 minute') AS overdue
                        FROM jobs_task
                        """)
                .query((row, number) -> new JobsHealth(
                        row.getLong("running"), row.getLong("waiting"), row.getLong("overdue"), failing()))
                .single();
    }

    private List<JobsHealth.Failing> failing() {
        return database.sql("""
                        SELECT task_name, task_instance, consecutive_failures FROM jobs_task
                        WHERE consecutive_failures > 0 ORDER BY consecutive_failures DESC, task_name LIMIT 100
                        """)
                .query((row, number) -> new JobsHealth.Failing(
                        row.getString("task_name"), row.getString("task_instance"), row.getInt("consecutive_failures")))
                .list();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    /// What was asked for while the job ran.
    ///
    /// @param againAt null where no further run was asked for
    record Wish(@Nullable Instant againAt, boolean cancelled) {

        /// The earlier of what the run answered and what was asked for meanwhile.
        Optional<Instant> next(Optional<Instant> answered) {
            if (cancelled) {
                return Optional.empty();
            }
            return Stream.concat(Stream.ofNullable(againAt), answered.stream()).min(Comparator.naturalOrder());
        }
    }
}
