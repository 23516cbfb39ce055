package dev.portico.catalog.internal.ingest;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Writes one batch while the next one is being read. Whoever uses the connection for something else waits first.
///
/// Used by one thread; the batch runs on another, and is finished before [#await] and [#close] return.
final class WriteBehind implements AutoCloseable {

    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private @Nullable Future<?> batch;

    /// Waits for the batch before, and starts this one.
    ///
    /// @throws WriteFailed when the batch before could not be written
    void start(Writing writing) {
        await();
        Callable<Boolean> work = () -> {
            writing.run();
            return true;
        };
        batch = writer.submit(work);
    }

    /// Returns once nothing is being written.
    ///
    /// @throws WriteFailed when the last batch could not be written
    void await() {
        Future<?> running = batch;
        batch = null;
        if (running == null) {
            return;
        }
        try {
            running.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case SQLException database -> throw new WriteFailed(database);
                case RuntimeException bug -> throw bug;
                case null, default -> throw new IllegalStateException("A batch could not be written", failed);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was stopped while it wrote", stopped);
        }
    }

    /// Waits for the batch that is being written, whatever becomes of it.
    @Override
    public void close() {
        writer.close();
    }

    /// A batch of writes.
    interface Writing {
        void run() throws SQLException;
    }

    /// Carries a failure of the database out of the walk; [Ingestion] unwraps it.
    static final class WriteFailed extends RuntimeException {

        private final SQLException failure;

        WriteFailed(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }
}
