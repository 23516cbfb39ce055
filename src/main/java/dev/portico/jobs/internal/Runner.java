package dev.portico.jobs.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.portico.jobs.JobHandler;
import dev.portico.jobs.JobsSettings;
import dev.portico.jobs.RecurringJob;
import dev.portico.kernel.Ending;
import dev.portico.storage.PorticoHome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Runs what is due on this node.
@Component
public final class Runner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Runner.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final JobTasks tasks;
    private final JobRuns runs;
    private final Completion completion;
    private final JobsSettings settings;
    private final String node;
    private final ObjectProvider<JobHandler> handlerBeans;
    private final ObjectProvider<RecurringJob> recurringBeans;
    private @Nullable Map<String, JobHandler> handlers;
    private volatile @Nullable Scheduler scheduler;

    Runner(
            DataSource dataSource,
            JobTasks tasks,
            JobRuns runs,
            Completion completion,
            JobsSettings settings,
            PorticoHome home,
            ObjectProvider<JobHandler> handlerBeans,
            ObjectProvider<RecurringJob> recurringBeans) {
        this.dataSource = dataSource;
        this.tasks = tasks;
        this.runs = runs;
        this.completion = completion;
        this.settings = settings;
        this.node = home.nodeName();
        this.handlerBeans = handlerBeans;
        this.recurringBeans = recurringBeans;
    }

    /// Passes where a handler of this name exists.
    ///
    /// @throws IllegalArgumentException where none does: the job would wait for ever
    public void requireHandler(String job) {
        if (!handlers().containsKey(job)) {
            throw new IllegalArgumentException("No job is called " + job);
        }
    }

    /// Looks for what is due without waiting for the next poll, once the caller's transaction is committed.
    public void lookSoon(Instant at) {
        if (at.isAfter(Instant.now().plus(POLL))) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            look();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                look();
            }
        });
    }

    private void look() {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void start() {
        runs.lostByThisNode();
        int released = tasks.release(node);
        if (released > 0) {
            log.info("{} jobs that this node was running when it went away are begun again", released);
        }
        recurringBeans.forEach(job -> tasks.scheduleNoLaterThan(
                job.name(), RecurringHandler.KEY, Instant.now().plus(job.every())));
        Scheduler started = build();
        started.start();
        scheduler = started;
    }

    /// Lets running jobs end for a while, then interrupts them; they are begun again at the next start.
    @Override
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public void stop(Runnable callback) {
        Ending.beside("jobs", this::stop, callback);
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    /// Ends together with the web server, not before or after it.
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }

    private synchronized Map<String, JobHandler> handlers() {
        Map<String, JobHandler> known = handlers;
        if (known == null) {
            Stream<JobHandler> recurring = recurringBeans.stream().map(RecurringHandler::new);
            known = Stream.concat(handlerBeans.stream(), recurring)
                    .collect(Collectors.toUnmodifiableMap(JobHandler::name, Function.identity()));
            handlers = known;
        }
        return known;
    }

    private Scheduler build() {
        List<Task<?>> known = new ArrayList<>();
        handlers().values().forEach(handler -> known.add(new JobTask(handler, runs, completion)));
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), known)
                .tableName(JobTasks.TABLE)
                .schedulerName(new SchedulerName.Fixed(node))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()))
                .threads(settings.atOnce())
                .pollUsingLockAndFetch(1.0, 2.0)
                .pollingInterval(POLL)
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                // It waits this long, interrupts, and waits this long again.
                .shutdownMaxWait(settings.finishing().dividedBy(2))
                .commitWhenAutocommitDisabled(false)
                .failureLogging(LogLevel.WARN, true)
                .addSchedulerListener(new Outage())
                .build();
    }
}
