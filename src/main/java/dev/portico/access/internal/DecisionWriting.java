package dev.portico.access.internal;

import dev.portico.access.internal.DecisionRecords.Row;
import dev.portico.kernel.Ending;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Writes decisions down in parts, every ten seconds and beside the requests.
@Component
final class DecisionWriting implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DecisionWriting.class);
    private static final int PART = 1_000;
    private static final int SECONDS = 10;

    private final DecisionRecords records;
    private final DecisionRows rows;
    private @Nullable ScheduledExecutorService clock;

    DecisionWriting(DecisionRecords records, DecisionRows rows) {
        this.records = records;
        this.rows = rows;
    }

    /// Writes down what waits. What could not be written waits again.
    synchronized void flush() {
        LocalDate day = records.day();
        List<Row> part = records.take(PART);
        while (!part.isEmpty()) {
            write(day, part);
            part = records.take(PART);
        }
        long missed = records.takeMissed();
        if (missed > 0) {
            write(day, missed);
        }
        records.day();
    }

    private void write(LocalDate day, long missed) {
        try {
            rows.miss(day, missed);
        } catch (DataAccessException | TransactionException away) {
            records.giveBack(List.of(), missed);
            throw away;
        }
    }

    private void write(LocalDate day, List<Row> part) {
        try {
            rows.insert(day, part);
        } catch (DataAccessException | TransactionException away) {
            records.giveBack(part, 0);
            throw away;
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("access-decisions").factory());
        var _ = started.scheduleWithFixedDelay(this::flushOrSay, SECONDS, SECONDS, TimeUnit.SECONDS);
        clock = started;
    }

    @Override
    public void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
            flushOrSay();
        }
    }

    /// Written down while the last requests are answered; a database that does not answer holds nothing up.
    @Override
    public void stop(Runnable callback) {
        Ending.beside("decisions", this::stop, callback);
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    private void flushOrSay() {
        try {
            flush();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Decisions were not recorded and wait: {}", e.getMessage());
        }
    }
}
