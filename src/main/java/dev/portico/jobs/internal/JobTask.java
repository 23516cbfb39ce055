package dev.portico.jobs.internal;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.portico.jobs.JobHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A handler as db-scheduler sees it: runs it, records the run, and says when it runs again.
final class JobTask extends AbstractTask<Void> {

    private final JobHandler handler;
    private final JobRuns runs;
    private final Completion completion;

    JobTask(JobHandler handler, JobRuns runs, Completion completion) {
        super(
                handler.name(),
                Void.class,
                (complete, operations) -> completion.finish(complete, operations, JobTask.retry(complete), () -> {}),
                (complete, operations) -> completion.revive(complete, operations));
        this.handler = handler;
        this.runs = runs;
        this.completion = completion;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        UUID run = runs.started(handler.name(), instance.getId());
        try {
            Optional<Instant> next = handler.run(instance.getId());
            return (complete, operations) -> succeed(complete, operations, run, next);
        } catch (RuntimeException | Error e) {
            completion.persist(() -> runs.failed(run, e));
            throw e;
        }
    }

    private void succeed(
            ExecutionComplete complete, ExecutionOperations<Void> operations, UUID run, Optional<Instant> next) {
        completion.finish(complete, operations, next, () -> runs.succeeded(run));
    }

    /// Ten seconds after the first failure, twice as long after each further one, an hour at most.
    private static Optional<Instant> retry(ExecutionComplete complete) {
        int before = Math.min(complete.getExecution().consecutiveFailures, 9);
        Duration pause = Duration.ofSeconds(Math.min(10L << before, 3_600));
        return Optional.of(complete.getTimeDone().plus(pause));
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id) {
        return SchedulableInstance.of(instance(id), Instant.now());
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id, Void data) {
        return schedulableInstance(id);
    }
}
