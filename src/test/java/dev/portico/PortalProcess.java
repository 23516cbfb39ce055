package dev.portico;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A portal in a JVM of its own, started from the built classes as the launcher starts it.
public final class PortalProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final int port;
    private final Path home;
    private final Process process;

    private PortalProcess(int port, Path home, Process process) {
        this.port = port;
        this.home = home;
        this.process = process;
    }

    /// Starts a portal and returns at once.
    ///
    /// @param home        its data folder; what it prints is beside it, in a file with the ending `.log`
    /// @param environment its `PORTICO_` variables but for home and port; it inherits none
    /// @param arguments   more words after `serve`
    public static PortalProcess start(int port, Path home, Map<String, String> environment, String... arguments)
            throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                target.resolve("classes") + ":"
                        + Files.readString(target.resolve("classpath")).strip(),
                PorticoApplication.class.getName(),
                "serve"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(home).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTICO_"));
        builder.environment().putAll(environment);
        builder.environment().put("PORTICO_HOME", home.toString());
        builder.environment().putIfAbsent("PORTICO_PORT", String.valueOf(port));
        return new PortalProcess(port, home, builder.start());
    }

    /// Waits until the portal says that it is ready.
    ///
    /// @throws AssertionError with the end of its output when it ends, or is not ready within three minutes
    public PortalProcess ready() throws Exception {
        Eventually.holds(START, "a ready portal on port " + port, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The portal on port " + port + " ended:\n" + output());
            }
            return isReady();
        });
        return this;
    }

    /// Whether the portal answers that it is ready.
    public boolean isReady() throws InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(3)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    /// What the portal printed last, 60 lines at most.
    public String output() throws IOException {
        List<String> lines = Files.readAllLines(log(home));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /// The processes of its embedded PostgreSQL, the main one first.
    public List<ProcessHandle> postgres() throws IOException {
        String main =
                Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst();
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(main.strip())).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        postmaster.descendants().forEach(all::add);
        return all;
    }

    /// Sends processes a signal, such as `STOP` and `CONT`.
    public static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    /// Ends the process at once, as `kill -9` does, and returns when it is gone.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Asks the process to end, as `kill` does, and returns when it is gone; after ten seconds it is killed.
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private static Path log(Path home) {
        return home.resolveSibling(home.getFileName() + ".log");
    }
}
