package dev.portico.kill;

import dev.portico.Eventually;
import dev.portico.PorticoApplication;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// A portal in a process of its own, as `./portico run` starts it, with a home and a port of its own. It is ended with
/// the JVM of the tests, however that ends.
final class PortalProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final Path home;
    private final String main;
    private final int port;
    private final Thread lastResort = new Thread(this::endAll);
    private @Nullable Process process;
    private int starts;

    /// Prepares an empty home. What an earlier run left there is ended and deleted.
    ///
    /// @param name of the folder below `target`
    /// @param main the class to start: the portal's, or one from the tests that plants something into it
    PortalProcess(String name, Class<?> main) throws IOException {
        this.home = Path.of("target", "kill", name).toAbsolutePath();
        this.main = main.getName();
        this.port = freePort();
        endAll();
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    Path home() {
        return home;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Starts the process, and returns without waiting until it answers.
    void start() throws IOException {
        Path log = home.resolve("portal-" + ++starts + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classpath(),
                        main)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTICO_"));
        builder.environment().put("PORTICO_HOME", home.toString());
        builder.environment().put("PORTICO_PORT", Integer.toString(port));
        builder.environment().put("PORTICO_ADMIN_TOKEN", PortalClient.TOKEN);
        builder.environment().put("PORTICO_ADMIN_PASSWORD", "a password for the kill test");
        process = builder.start();
    }

    /// Waits until a request is answered.
    ///
    /// @throws AssertionError when the process ends instead, or takes minutes
    void awaitAnswer(PortalClient client) throws Exception {
        Eventually.holds(START, "the portal in " + home + " answers", () -> {
            if (!handle().isAlive()) {
                throw new AssertionError("The portal ended at its start; see portal-" + starts + ".log in " + home);
            }
            return client.sources().acknowledged();
        });
    }

    ProcessHandle handle() {
        return Objects.requireNonNull(process, "not started").toHandle();
    }

    /// The processes of the portal's PostgreSQL, the first one first; empty where it does not run.
    List<ProcessHandle> postgres() throws IOException {
        Path pid = home.resolve("postgres/data/postmaster.pid");
        if (!Files.exists(pid)) {
            return List.of();
        }
        List<ProcessHandle> processes = new ArrayList<>();
        List<String> lines = Files.readAllLines(pid);
        ProcessHandle.of(lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip()))
                .filter(first -> first.info().command().orElse("").startsWith(home.toString()))
                .ifPresent(first -> {
                    processes.add(first);
                    first.descendants().forEach(processes::add);
                });
        return processes;
    }

    /// A connection to its database.
    Connection database() throws IOException, SQLException {
        Path postgres = home.resolve("postgres");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readString(postgres.resolve("port")).strip() + "/portico?socketTimeout=120",
                "portico",
                Files.readString(postgres.resolve("portico.password")).strip());
    }

    /// Ends the portal in peace, and by force where it does not follow.
    @Override
    public void close() throws IOException {
        Process running = process;
        try {
            if (running != null) {
                running.destroy();
                running.waitFor(15, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            endAll();
            Runtime.getRuntime().removeShutdownHook(lastResort);
        }
    }

    private void endAll() {
        try {
            if (process != null) {
                process.destroyForcibly().onExit().join();
            }
            List<ProcessHandle> left = postgres();
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(one -> one.onExit().join());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// What the build wrote down for the launcher; behind it, where they are needed, the tests' own classes.
    private String classpath() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        String portal = target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("classpath")).strip();
        return main.equals(PorticoApplication.class.getName())
                ? portal
                : portal + File.pathSeparator + target.resolve("test-classes");
    }

    /// A port below those that the system hands out for outgoing connections, so that it is still free at a restart.
    private static int freePort() throws IOException {
        for (int tried = 0; ; tried++) {
            int port = ThreadLocalRandom.current().nextInt(11_000, 15_000);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                if (tried == 100) {
                    throw taken;
                }
            }
        }
    }
}
