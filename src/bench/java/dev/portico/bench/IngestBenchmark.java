package dev.portico.bench;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.Sources;
import dev.portico.jobs.JobRun;
import dev.portico.jobs.Jobs;
import dev.portico.search.Filter;
import dev.portico.search.Page;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How fast files become entities: a first reading in a fresh JVM, one with nothing changed, one with a changed file,
/// and a first reading in a JVM that has done it before. Everything goes through the front door. A time is that of the
/// run, from opening the first file to the commit; and, from the same moment, until the index holds what it brought.
final class IngestBenchmark {

    private static final int WARM_UPS = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final String LINKS = "catalog.links";

    private final EmptyPortal portal;
    private final Sources sources;
    private final Search search;
    private final JdbcClient database;
    private final Jobs jobs;
    private final Measures measures = new Measures();

    private IngestBenchmark(EmptyPortal portal) {
        this.portal = portal;
        this.sources = portal.door(Sources.class);
        this.search = portal.door(Search.class);
        this.database = portal.door(JdbcClient.class);
        this.jobs = portal.door(Jobs.class);
    }

    /// @param application the class that starts the portal
    /// @param entities    how many entities to make
    static Measures run(Class<?> application, int entities) throws IOException {
        try (EmptyPortal portal = EmptyPortal.start(application)) {
            return new IngestBenchmark(portal).measure(entities);
        }
    }

    private Measures measure(int entities) throws IOException {
        List<Path> files = new MadeCompany(entities).write(portal.folder());
        SourceRun cold = timed("first reading, cold JVM", () -> portal.register("cold"));
        Expectation.check(cold.created() == entities, "a first reading creates every entity", cold);
        Expectation.check(found(Filter.everything()) == entities, "all are found", found(Filter.everything()));
        measures.add("relations per entity", relations() / (double) entities, "relations", null);

        waitForLinks();
        measures.add("problems between entities, all of them", linksChecked(), "s", null);
        nothingChanged(files.size());
        oneFileChanged(files.get(files.size() / 2));

        for (int round = 0; round < WARM_UPS; round++) {
            sources.remove(round == 0 ? "cold" : "warm-up-" + (round - 1), portal.reader());
            portal.register("warm-up-" + round);
        }
        sources.remove("warm-up-" + (WARM_UPS - 1), portal.reader());
        Expectation.check(search.follow(LONGEST), "the index follows", search.state());
        SourceRun warm = timed("first reading, warm JVM", () -> portal.register("warm"));
        Expectation.check(warm.created() == entities, "a warm reading creates every entity", warm);
        measures.add("memory of the JVM (RSS)", residentMegabytes(), "MB", null);
        return measures;
    }

    private void nothingChanged(int files) {
        WrittenRows written = WrittenRows.from(database);
        SourceRun unchanged = timed("nothing changed", () -> portal.refresh("cold"));
        Expectation.check(unchanged.unchanged() == files, "no file is read again", unchanged);
        waitForLinks();
        Map<String, Long> rows = written.count();
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        measures.add("rows written when nothing changed", (double) all, "rows", null);
        rows.forEach((table, count) -> measures.add("of these in " + table, (double) count, "rows", null));
    }

    private void oneFileChanged(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.writeString(file, text.replace("lifecycle: ", "lifecycle: re"), StandardCharsets.UTF_8);
        SourceRun one = timed("one changed file of 500", () -> portal.refresh("cold"));
        Expectation.check(
                one.changed() > 0 && one.created() == 0, "a changed file changes its entities and no others", one);
        long changed = found(new Filter.OneOf("spec.lifecycle", "reexperimental"));
        Expectation.check(changed > 0, "what changed is found", changed);
    }

    /// Takes the time of a run until its commit, and until it is found.
    private SourceRun timed(String name, Work work) {
        double before = portal.cpuMillis();
        SourceRun run = work.run();
        Expectation.check(search.follow(LONGEST), "the index follows", search.state());
        double found = Duration.between(run.started(), Instant.now()).toNanos() / 1e9;
        measures.add(name, run.took().toNanos() / 1e9, "s", portal.cpuMillis() - before);
        measures.add(name + ", found", found, "s", null);
        return run;
    }

    private long found(Filter filter) {
        return search.find(
                        SearchQuery.list(CatalogPermissions.ENTITY, filter, List.of(), Page.first(1)), portal.reader())
                .total();
    }

    private long relations() {
        return 2
                * database.sql("select count(*) from catalog_relation")
                        .query(Long.class)
                        .single();
    }

    /// Returns once the relations were looked at and nobody has asked for another look.
    private void waitForLinks() {
        do {
            LockSupport.parkNanos(QUIET.toNanos());
        } while (jobs.next(LINKS, "all").isPresent());
    }

    /// How long the last look at the relations took.
    private double linksChecked() {
        JobRun run = jobs.runs(LINKS, "all", 1).getFirst();
        Instant ended = Objects.requireNonNull(run.ended());
        return Duration.between(run.started(), ended).toNanos() / 1e9;
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

    private interface Work {
        SourceRun run();
    }
}
