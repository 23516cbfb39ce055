package dev.portico.jobs;

import dev.portico.jobs.internal.JobRuns;
import dev.portico.jobs.internal.JobTasks;
import dev.portico.jobs.internal.Runner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The front door of scheduled and background work.
@Service
public final class Jobs {

    private final JobTasks tasks;
    private final JobRuns runs;
    private final Runner runner;

    Jobs(JobTasks tasks, JobRuns runs, Runner runner) {
        this.tasks = tasks;
        this.runs = runs;
        this.runner = runner;
    }

    /// Has the job run for the key at this time; moves it there where it waits for another time already. In the
    /// caller's transaction where there is one: what is rolled back is not scheduled. Where the job runs for the
    /// key at this moment, it runs once more afterwards.
    ///
    /// @param job the name of a [JobHandler]
    /// @param at  now or past for at once, which is within a second
    public void schedule(String job, String key, Instant at) {
        runner.requireHandler(job);
        tasks.schedule(job, key, at);
        runner.lookSoon(at);
    }

    /// Has the job not run for the key any more. A run that has begun comes to its end, but is not followed by another.
    public void cancel(String job, String key) {
        tasks.cancel(job, key);
    }

    /// When the job will run next for the key; empty where it is not scheduled.
    public Optional<Instant> next(String job, String key) {
        return tasks.next(job, key);
    }

    /// The latest runs of a job for a key, newest first.
    public List<JobRun> runs(String job, String key, int limit) {
        return runs.latest(job, key, limit);
    }

    /// How the jobs are doing.
    public JobsHealth health() {
        return tasks.health();
    }
}
