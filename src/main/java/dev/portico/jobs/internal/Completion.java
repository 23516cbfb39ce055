package dev.portico.jobs.internal;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import dev.portico.storage.DatabaseAway;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What is written when a run has ended, in one transaction: its outcome, and when the job runs again.
@Component
final class Completion {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final JobTasks tasks;
    private final JobRuns runs;
    private final TransactionTemplate transactions;

    Completion(JobTasks tasks, JobRuns runs, TransactionTemplate transactions) {
        this.tasks = tasks;
        this.runs = runs;
        this.transactions = transactions;
    }

    /// Sets the job's next time, or removes it where there is none.
    ///
    /// @param outcome written in the same transaction
    void finish(
            ExecutionComplete complete,
            ExecutionOperations<Void> operations,
            Optional<Instant> answered,
            Runnable outcome) {
        persist(() -> transactions.executeWithoutResult(status -> {
            outcome.run();
            Optional<Instant> next = tasks.takeWish(
                            complete.getExecution().getTaskName(),
                            complete.getExecution().getId())
                    .next(answered);
            if (next.isPresent()) {
                operations.reschedule(complete, next.get());
            } else {
                operations.remove();
            }
        }));
    }

    /// Begins again at once what a dead node was doing.
    void revive(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        transactions.executeWithoutResult(status -> {
            runs.lost(
                    complete.getExecution().getTaskName(),
                    complete.getExecution().getId());
            operations.reschedule(complete, Instant.now());
        });
    }

    /// Writes as soon as the database answers: a job whose end is not written stays picked until it counts as dead.
    void persist(Runnable write) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                write.run();
                return;
            } catch (RuntimeException e) {
                boolean away = DatabaseAway.refusal(e).isPresent();
                if (!away
                        || System.nanoTime() > deadline
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
