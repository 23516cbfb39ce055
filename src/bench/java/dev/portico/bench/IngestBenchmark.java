package dev.portico.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.Sources;
import dev.portico.jobs.JobRun;
import dev.portico.jobs.Jobs;
import dev.portico.kernel.Reader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How fast files become entities: a first reading in a fresh JVM, one with nothing changed, one with a changed file,
/// and a first reading in a JVM that has done it before. Everything goes through the front door; the time is that of
/// the run, from opening the first file to the commit.
final class IngestBenchmark {

    private static final int WARM_UPS = 2;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);
    private static final String LINKS = "catalog.links";
    private static final List<String> CONTENT = List.of(
            "catalog_entity",
            "catalog_revision",
            "catalog_relation",
            "catalog_file",
            "catalog_problem",
            "catalog_link_problem",
            "changes_feed");

    private final Sources sources;
    private final JdbcClient database;
    private final Jobs jobs;
    private final Path folder;
    private final Measures measures = new Measures();
    private final Reader reader = Reader.system("bench");
    private final OperatingSystemMXBean process =
            Objects.requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));

    private IngestBenchmark(Sources sources, JdbcClient database, Jobs jobs, Path folder) {
        this.sources = sources;
        this.database = database;
        this.jobs = jobs;
        this.folder = folder;
    }

    /// @param application the class that starts the portal
    /// @param entities    how many entities to make
    static Measures run(Class<?> application, int entities) throws IOException {
        Path home = Files.createTempDirectory("portico-bench");
        SpringApplication portal = new SpringApplication(application);
        try (ConfigurableApplicationContext context = portal.run(
                "--portico.home=" + home,
                "--server.port=0",
                "--portico.catalog.ingestion.locations=",
                "--logging.level.root=warn")) {
            return new IngestBenchmark(
                            context.getBean(Sources.class),
                            context.getBean(JdbcClient.class),
                            context.getBean(Jobs.class),
                            home.resolve("made"))
                    .measure(entities);
        } finally {
            Folders.delete(home);
        }
    }

    private Measures measure(int entities) throws IOException {
        List<Path> files = new MadeCompany(entities).write(folder);
        SourceRun cold = timed("first reading, cold JVM", () -> register("cold"));
        check(cold.created() == entities, "a first reading creates every entity", cold);
        measures.add("relations per entity", relations() / (double) entities, "relations", null);

        long written = written();
        measures.add("problems between entities, all of them", linksChecked(), "s", null);
        SourceRun unchanged = timed("nothing changed", () -> refresh("cold"));
        check(unchanged.unchanged() == files.size(), "no file is read again", unchanged);
        measures.add("rows written when nothing changed", (double) (written() - written), "rows", null);

        Path changed = files.get(files.size() / 2);
        String text = Files.readString(changed, StandardCharsets.UTF_8);
        Files.writeString(changed, text.replace("title: ", "title: new "), StandardCharsets.UTF_8);
        SourceRun one = timed("one changed file of 500", () -> refresh("cold"));
        check(one.changed() > 0 && one.created() == 0, "a changed file changes its entities", one);

        for (int round = 0; round < WARM_UPS; round++) {
            again("warm-up-" + round, round == 0 ? "cold" : "warm-up-" + (round - 1));
        }
        sources.remove("warm-up-" + (WARM_UPS - 1), reader);
        SourceRun warm = timed("first reading, warm JVM", () -> register("warm"));
        check(warm.created() == entities, "a warm reading creates every entity", warm);
        measures.add("memory of the JVM (RSS)", residentMegabytes(), "MB", null);
        return measures;
    }

    private void again(String name, String before) {
        sources.remove(before, reader);
        SourceRun run = register(name);
        check(run.succeeded(), "a warm-up reads everything", run);
    }

    private SourceRun timed(String name, Work work) {
        long before = process.getProcessCpuTime();
        SourceRun run = work.run();
        double cpu = (process.getProcessCpuTime() - before) / 1e6;
        measures.add(name, run.took().toNanos() / 1e9, "s", cpu);
        return run;
    }

    private SourceRun register(String name) {
        sources.register(
                new SourceDefinition(name, "glob", folder + "/*.yaml", null, null, null, Duration.ZERO), reader);
        return finished(name, null);
    }

    private SourceRun refresh(String name) {
        UUID last = sources.runs(name, 1, reader).getFirst().id();
        sources.refresh(name, reader);
        return finished(name, last);
    }

    private SourceRun finished(String name, @Nullable UUID last) {
        long until = System.nanoTime() + LONGEST_RUN.toNanos();
        while (System.nanoTime() < until) {
            List<SourceRun> runs = sources.runs(name, 1, reader);
            if (!runs.isEmpty() && !runs.getFirst().id().equals(last)) {
                check(runs.getFirst().succeeded(), "a run succeeds", runs.getFirst());
                return runs.getFirst();
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new IllegalStateException("The source " + name + " did not finish within " + LONGEST_RUN);
    }

    private long relations() {
        return 2
                * database.sql("select count(*) from catalog_relation")
                        .query(Long.class)
                        .single();
    }

    /// Rows inserted, updated or deleted so far in the tables that hold content, once nothing is added any more: other
    /// work follows a run, and PostgreSQL counts with a delay.
    private long written() {
        long before = -1;
        long counted = count();
        while (counted != before || jobs.next(LINKS, "all").isPresent()) {
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            before = counted;
            counted = count();
        }
        return counted;
    }

    /// How long the last look at the relations took.
    private double linksChecked() {
        JobRun run = jobs.runs(LINKS, "all", 1).getFirst();
        Instant ended = Objects.requireNonNull(run.ended());
        return Duration.between(run.started(), ended).toNanos() / 1e9;
    }

    private long count() {
        return database.sql("""
                        select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) from pg_stat_user_tables
                        where relname = any(?)""")
                .param(CONTENT.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static double residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.split("\\s+", -1)[1]) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void check(boolean right, String what, SourceRun run) {
        if (!right) {
            throw new IllegalStateException("The benchmark expects that " + what + ", but got " + run);
        }
    }

    private interface Work {
        SourceRun run();
    }
}
