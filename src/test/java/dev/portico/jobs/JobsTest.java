package dev.portico.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PorticoTest
class JobsTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Jobs jobs;
    private final ProbeJob probe;
    private final ProbeRecurringJob recurring;
    private final TransactionTemplate transactions;
    private final JdbcClient database;
    private final String key = UUID.randomUUID().toString();

    @Autowired
    JobsTest(
            Jobs jobs,
            ProbeJob probe,
            ProbeRecurringJob recurring,
            TransactionTemplate transactions,
            JdbcClient database) {
        this.jobs = jobs;
        this.probe = probe;
        this.recurring = recurring;
        this.transactions = transactions;
        this.database = database;
    }

    @Test
    void a_job_runs_at_its_time_and_its_run_is_recorded() throws Exception {
        jobs.schedule(ProbeJob.NAME, key, Instant.now());
        Eventually.passes(SOON, () -> assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.outcome()).isEqualTo(JobRun.Outcome.SUCCEEDED);
            assertThat(run.ended()).isNotNull();
            assertThat(run.node()).isNotEmpty();
        }));
        assertThat(probe.runs(key)).isEqualTo(1);
        assertThat(jobs.next(ProbeJob.NAME, key)).isEmpty();
    }

    @Test
    void a_job_says_when_it_runs_again() throws Exception {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        probe.againAt(key, tomorrow);
        jobs.schedule(ProbeJob.NAME, key, Instant.now());
        Eventually.passes(SOON, () -> assertThat(jobs.next(ProbeJob.NAME, key)).contains(tomorrow));
        assertThat(probe.runs(key)).isEqualTo(1);
    }

    @Test
    void a_job_that_waits_is_moved_and_cancelled() throws Exception {
        Instant later = Instant.parse("2999-01-01T00:00:00Z");
        jobs.schedule(ProbeJob.NAME, key, later);
        jobs.schedule(ProbeJob.NAME, key, later.plusSeconds(60));
        assertThat(jobs.next(ProbeJob.NAME, key)).contains(later.plusSeconds(60));
        jobs.cancel(ProbeJob.NAME, key);
        assertThat(jobs.next(ProbeJob.NAME, key)).isEmpty();
    }

    @Test
    void what_is_rolled_back_is_not_scheduled() {
        transactions.executeWithoutResult(status -> {
            jobs.schedule(ProbeJob.NAME, key, Instant.parse("2999-01-01T00:00:00Z"));
            status.setRollbackOnly();
        });
        assertThat(jobs.next(ProbeJob.NAME, key)).isEmpty();
    }

    @Test
    void a_request_during_the_run_has_the_job_run_once_more() throws Exception {
        CountDownLatch latch = probe.hold(key);
        jobs.schedule(ProbeJob.NAME, key, Instant.now());
        Eventually.holds(SOON, "it runs", () -> probe.runs(key) == 1);
        jobs.schedule(ProbeJob.NAME, key, Instant.now());
        jobs.schedule(ProbeJob.NAME, key, Instant.now());
        latch.countDown();
        Eventually.holds(SOON, "it ran once more", () -> probe.runs(key) == 2);
        Eventually.passes(SOON, () -> assertThat(jobs.next(ProbeJob.NAME, key)).isEmpty());
        assertThat(probe.runs(key)).isEqualTo(2);
    }

    @Test
    void a_job_that_is_cancelled_during_its_run_is_not_followed_by_another() throws Exception {
        CountDownLatch latch = probe.hold(key);
        probe.againAt(key, Instant.now());
        jobs.schedule(ProbeJob.NAME, key, Instant.now());
        Eventually.holds(SOON, "it runs", () -> probe.runs(key) == 1);
        jobs.cancel(ProbeJob.NAME, key);
        latch.countDown();
        Eventually.passes(SOON, () -> assertThat(runs())
                .singleElement()
                .extracting(JobRun::outcome)
                .isEqualTo(JobRun.Outcome.SUCCEEDED));
        assertThat(tasks(key)).isZero();
    }

    @Test
    void a_failure_is_recorded_and_tried_again_later() throws Exception {
        probe.fail(key);
        jobs.schedule(ProbeJob.NAME, key, Instant.now());
        Eventually.passes(SOON, () -> assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.outcome()).isEqualTo(JobRun.Outcome.FAILED);
            assertThat(run.error()).contains("it went wrong");
        }));
        Eventually.passes(
                SOON, () -> assertThat(jobs.next(ProbeJob.NAME, key)).hasValueSatisfying(next -> assertThat(next)
                        .isBetween(Instant.now().plusSeconds(2), Instant.now().plusSeconds(12))));
        assertThat(jobs.health().failing()).anyMatch(failing -> failing.key().equals(key) && failing.failures() == 1);
        jobs.cancel(ProbeJob.NAME, key);
    }

    @Test
    void slow_jobs_delay_no_other() throws Exception {
        List<CountDownLatch> latches = IntStream.range(0, 60)
                .mapToObj(number -> probe.hold(key + number))
                .toList();
        try {
            IntStream.range(0, 60).forEach(number -> jobs.schedule(ProbeJob.NAME, key + number, Instant.now()));
            jobs.schedule(ProbeJob.NAME, key, Instant.now());
            Eventually.holds(SOON, "the quick job ran", () -> probe.runs(key) == 1);
            Eventually.holds(SOON, "all slow jobs run side by side", () -> IntStream.range(0, 60)
                    .allMatch(number -> probe.runs(key + number) == 1));
        } finally {
            latches.forEach(CountDownLatch::countDown);
        }
    }

    @Test
    void what_a_dead_node_was_doing_is_begun_again() throws Exception {
        database.sql("INSERT INTO jobs_run (id, job, key, node) VALUES (?, ?, ?, 'dead')")
                .params(UUID.randomUUID(), ProbeJob.NAME, key)
                .update();
        database.sql("""
                        INSERT INTO jobs_task (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        VALUES (?, ?, now(), true, 'dead', now() - interval '1 hour', 1)
                        """).params(ProbeJob.NAME, key).update();
        Eventually.holds(Duration.ofSeconds(30), "it ran", () -> probe.runs(key) == 1);
        Eventually.passes(SOON, () -> assertThat(runs())
                .extracting(JobRun::outcome)
                .containsExactlyInAnyOrder(JobRun.Outcome.LOST, JobRun.Outcome.SUCCEEDED));
    }

    @Test
    void a_recurring_job_runs_again_and_again() throws Exception {
        int before = recurring.runs();
        Eventually.holds(SOON, "it ran twice more", () -> recurring.runs() >= before + 2);
    }

    @Test
    void a_job_that_nobody_handles_is_refused() {
        assertThatThrownBy(() -> jobs.schedule("test.nobody", key, Instant.now()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<JobRun> runs() {
        return jobs.runs(ProbeJob.NAME, key, 10);
    }

    private long tasks(String instance) {
        return database.sql("SELECT count(*) FROM jobs_task WHERE task_instance = ?")
                .param(instance)
                .query(Long.class)
                .single();
    }
}
