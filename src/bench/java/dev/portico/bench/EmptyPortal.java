package dev.portico.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// A portal in this process that begins empty, on a home that is deleted with it.
final class EmptyPortal implements AutoCloseable {

    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    private final Path home;
    private final ConfigurableApplicationContext context;
    private final OperatingSystemMXBean process =
            Objects.requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));

    private EmptyPortal(Path home, ConfigurableApplicationContext context) {
        this.home = home;
        this.context = context;
    }

    /// @param application the class that starts it
    static EmptyPortal start(Class<?> application) throws IOException {
        Path home = Files.createTempDirectory("portico-bench");
        return new EmptyPortal(
                home,
                new SpringApplication(application)
                        .run(
                                "--portico.home=" + home,
                                "--server.port=0",
                                "--portico.catalog.ingestion.locations=",
                                "--logging.level.root=warn"));
    }

    /// One of its front doors.
    <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    /// Where files for it may be put.
    Path folder() {
        return home.resolve("made");
    }

    /// In whose name everything is done.
    Reader reader() {
        return Reader.system("bench");
    }

    /// The CPU time that this process has used so far, in milliseconds.
    double cpuMillis() {
        return process.getProcessCpuTime() / 1e6;
    }

    /// Registers the files of the folder as a source, and returns its first run.
    SourceRun register(String name) {
        door(Sources.class)
                .register(
                        new SourceDefinition(name, "glob", folder() + "/*.yaml", null, null, null, Duration.ZERO),
                        reader());
        return finished(name, null);
    }

    /// Has a source read again, and returns that run.
    SourceRun refresh(String name) {
        UUID last = door(Sources.class).runs(name, 1, reader()).getFirst().id();
        door(Sources.class).refresh(name, reader());
        return finished(name, last);
    }

    @Override
    public void close() throws IOException {
        context.close();
        Folders.delete(home);
    }

    private SourceRun finished(String name, @Nullable UUID last) {
        long until = System.nanoTime() + LONGEST_RUN.toNanos();
        while (System.nanoTime() < until) {
            List<SourceRun> runs = door(Sources.class).runs(name, 1, reader());
            if (!runs.isEmpty() && !runs.getFirst().id().equals(last)) {
                SourceRun run = runs.getFirst();
                Expectation.check(run.succeeded(), "a run succeeds", run);
                return run;
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new IllegalStateException("The source " + name + " did not finish within " + LONGEST_RUN);
    }
}
