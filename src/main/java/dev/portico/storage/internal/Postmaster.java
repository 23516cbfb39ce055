package dev.portico.storage.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's main process: started, stopped, and recognised when an earlier portal left it behind.
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(20);

    private final PostgresFolder folder;
    private final PostgresPrograms programs;

    Postmaster(PostgresFolder folder, PostgresPrograms programs) {
        this.folder = folder;
        this.programs = programs;
    }

    PostgresPrograms.Outcome start(Duration limit) throws IOException {
        return programs.run(
                limit.plusSeconds(5),
                "pg_ctl",
                List.of(
                        "start",
                        "-w",
                        "-t",
                        Long.toString(limit.toSeconds()),
                        "-D",
                        folder.data().toString(),
                        "-l",
                        folder.log().toString()));
    }

    /// Stops the server of this data folder, if one runs. Returns when it is gone.
    ///
    /// @param patience how long it may take before it is ended by force
    void stop(Duration patience) throws IOException {
        process().ifPresent(process -> stop(process, patience));
    }

    /// Stops a server that outlived its portal, and clears away the trace of one that was killed with it.
    void stopLeftBehind() throws IOException {
        Optional<ProcessHandle> process = process();
        if (process.isPresent()) {
            log.warn(
                    "A PostgreSQL of an earlier start still runs (process {}); stopping it",
                    process.get().pid());
            stop(process.get(), LEFT_BEHIND);
        }
        // Its number may belong to a stranger by now, and PostgreSQL would not start beside it.
        Files.deleteIfExists(pidFile());
    }

    /// The running server of this data folder: the process that the folder names, if it is one of PostgreSQL's. One
    /// that has ended and is still in the table has no program any more.
    Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile());
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info()
                        .command()
                        .map(command ->
                                Path.of(command).getFileName().toString().startsWith("postgres"))
                        .orElse(false));
    }

    private void stop(ProcessHandle process, Duration patience) {
        try {
            programs.run(
                    Duration.ofSeconds(5),
                    "pg_ctl",
                    List.of("stop", "-W", "-m", "fast", "-D", folder.data().toString()));
            if (!gone(process, patience)) {
                log.warn("PostgreSQL does not stop; ending it by force. It recovers from its log at the next start");
                process.children().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                dead(process);
            }
        } catch (IOException e) {
            log.warn("PostgreSQL could not be stopped", e);
        }
    }

    /// Waits for the server to be gone. Its file goes last; its process may stay in the table for good, where nobody
    /// asks how it ended, as in a container without an init.
    private boolean gone(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (Files.exists(pidFile()) && process.isAlive()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    /// Waits for a server that was ended by force, which leaves its file behind and has no program any more.
    private static void dead(ProcessHandle process) {
        long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (process.isAlive() && process.info().command().isPresent() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private Path pidFile() {
        return folder.data().resolve("postmaster.pid");
    }
}
