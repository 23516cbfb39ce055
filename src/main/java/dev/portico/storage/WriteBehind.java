package dev.portico.storage;

import dev.portico.kernel.Ending;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// A bean that keeps in memory what requests leave, and writes it down beside them: every so often and once more at the
/// end, while the last requests are answered. What a crash loses is what waited.
public abstract class WriteBehind implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WriteBehind.class);

    private final String what;
    private final Duration every;
    private volatile @Nullable ScheduledExecutorService clock;

    /// @param what  what is written, as threads and the log call it: `access-decisions`
    /// @param every how far apart two writings are
    protected WriteBehind(String what, Duration every) {
        this.what = what;
        this.every = every;
    }

    /// Writes down what waits. What could not be written since the database is away waits on.
    protected abstract void flush();

    @Override
    public final void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(what).factory());
        var _ = started.scheduleWithFixedDelay(
                this::flushOrSay, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        clock = started;
    }

    @Override
    public final void stop() {
        ScheduledExecutorService started = clock;
        if (started != null) {
            started.shutdownNow();
            clock = null;
            flushOrSay();
        }
    }

    /// A database that does not answer holds nothing else up.
    @Override
    public final void stop(Runnable callback) {
        Ending.beside(what, this::stop, callback);
    }

    @Override
    public final int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }

    @Override
    public final boolean isRunning() {
        return clock != null;
    }

    private void flushOrSay() {
        try {
            flush();
        } catch (DataAccessException | TransactionException e) {
            log.warn("What waits was not written ({}): {}", what, e.getMessage());
        }
    }
}
