package dev.portico.storage.internal;

import dev.portico.storage.PorticoHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// The PostgreSQL that Portico starts itself, under its home.
///
/// A server that a killed portal left behind is stopped before a new one starts: what it was doing for a process
/// that is gone must not go on, and its settings are not known. Whoever starts one holds the home's lock. One that
/// ends while the portal lives is started again where it was.
final class EmbeddedServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int TRIES = 5;
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration FAST = Duration.ofMillis(2_500);
    private static final Duration HOPELESS = Duration.ofMillis(200);
    private static final int LARGEST_LOG = 10_000_000;

    private final Postmaster postmaster;
    private final DatabaseAddress address;
    private volatile boolean closed;
    private volatile boolean silent;

    private EmbeddedServer(Postmaster postmaster, DatabaseAddress address) {
        this.postmaster = postmaster;
        this.address = address;
    }

    /// Starts the server, making its cluster on the first start.
    ///
    /// @throws StorageUnusable when it does not start
    static EmbeddedServer start(PorticoHome home) {
        try {
            PostgresFolder folder = PostgresFolder.of(home);
            PostgresPrograms programs = PostgresPrograms.in(folder.folder());
            Postmaster postmaster = new Postmaster(folder, programs);
            postmaster.stopLeftBehind();
            createCluster(folder, programs);
            int port = startOnFreePort(folder, postmaster);
            return new EmbeddedServer(postmaster, new Roles(folder, port).prepare());
        } catch (IOException e) {
            throw new StorageUnusable(
                    "The embedded PostgreSQL in " + home.folder() + " cannot be used: " + e,
                    "Check that the folder is writable and that its disk has room.",
                    e);
        }
    }

    DatabaseAddress address() {
        return address;
    }

    /// Starts the server again where its process is gone, with the settings and the port it had. Does nothing while
    /// it runs, however long its recovery takes, and nothing once it was closed. Whoever waits for it asks again
    /// when it did not start.
    synchronized void revive() {
        try {
            if (closed || postmaster.process().isPresent()) {
                return;
            }
            log.error("The embedded PostgreSQL has ended; starting it again");
            postmaster.stopLeftBehind();
            PostgresPrograms.Outcome started = postmaster.start(START);
            if (started.failed()) {
                log.error("The embedded PostgreSQL did not start again: {}", started.output());
            }
        } catch (IOException e) {
            log.error("The embedded PostgreSQL could not be started again", e);
        }
    }

    /// Stops the server: fast, and by force when it does not follow within seconds.
    @Override
    public void close() throws IOException {
        stop(FAST);
    }

    /// Stops the server: fast, and by force when it is not gone by then. One that does not answer is ended by force at
    /// once: it would not follow either.
    void stop(Duration patience) throws IOException {
        closed = true;
        synchronized (this) {
            postmaster.stop(silent ? HOPELESS : patience);
        }
    }

    /// Notes whether the server answers.
    void answers(boolean does) {
        silent = !does;
    }

    private static void createCluster(PostgresFolder folder, PostgresPrograms programs) throws IOException {
        if (Files.exists(folder.data())) {
            return;
        }
        folder.superuserPassword();
        FileSystemUtils.deleteRecursively(folder.unfinished());
        PostgresPrograms.Outcome made = programs.run(
                START,
                "initdb",
                List.of(
                        "--pgdata=" + folder.unfinished(),
                        "--username=postgres",
                        "--pwfile=" + folder.superuserPasswordFile(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums",
                        "--no-instructions"));
        if (made.failed()) {
            throw unusable("made", made.output());
        }
        Files.move(folder.unfinished(), folder.data(), StandardCopyOption.ATOMIC_MOVE);
        log.info("Made a PostgreSQL cluster in {}", folder.data());
    }

    private static int startOnFreePort(PostgresFolder folder, Postmaster postmaster) throws IOException {
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LARGEST_LOG) {
            Files.move(folder.log(), folder.folder().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        String output = "";
        for (int tried = 0; tried < TRIES; tried++) {
            int port = freePort(folder);
            ClusterConfiguration.write(folder, folder.data(), port);
            PostgresPrograms.Outcome started = postmaster.start(START);
            if (!started.failed()) {
                folder.rememberPort(port);
                return port;
            }
            output = started.output() + tail(folder.log());
        }
        throw unusable("started", output);
    }

    private static int freePort(PostgresFolder folder) throws IOException {
        int port = folder.port().orElseGet(EmbeddedServer::somePort);
        for (int tried = 0; tried < 100; tried++) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                port = somePort();
            }
        }
        throw new IOException("no free port below 32768");
    }

    /// A port below those that the system hands out for outgoing connections.
    private static int somePort() {
        return ThreadLocalRandom.current().nextInt(15_000, 32_000);
    }

    private static String tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<String> lines = Files.readAllLines(file);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }

    private static StorageUnusable unusable(String what, String output) {
        String remedy = output.contains("cannot be run as root")
                ? "This machine does not let root start it in a user namespace: run Portico as an ordinary user, or"
                        + " set PORTICO_DATABASE_URL to a PostgreSQL of your own."
                : "Look into server.log beside the data, or set PORTICO_DATABASE_URL to a PostgreSQL of your own.";
        return new StorageUnusable("The embedded PostgreSQL could not be " + what + ":\n" + output.strip(), remedy);
    }
}
