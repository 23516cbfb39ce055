package dev.portico.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.search.Filter;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// How long the index takes to be built anew from the database, and how the old one answers meanwhile: ten lists a
/// second, each with all that there is.
final class RebuildBenchmark {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LISTS = Duration.ofMillis(100);
    private static final SearchQuery LIST = SearchQuery.list(
            CatalogPermissions.ENTITY, Filter.everything(), List.of(Order.by("metadata.title")), Page.first(20));

    private final Sources sources;
    private final Search search;
    private final Path folder;
    private final Reader reader = Reader.system("bench");
    private final OperatingSystemMXBean process =
            Objects.requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));

    private RebuildBenchmark(Sources sources, Search search, Path folder) {
        this.sources = sources;
        this.search = search;
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
            return new RebuildBenchmark(
                            context.getBean(Sources.class), context.getBean(Search.class), home.resolve("made"))
                    .measure(entities);
        } finally {
            Folders.delete(home);
        }
    }

    private Measures measure(int entities) throws IOException {
        new MadeCompany(entities).write(folder);
        sources.register(
                new SourceDefinition("made", "glob", folder + "/*.yaml", null, null, null, Duration.ZERO), reader);
        await("the entities are read", () -> !sources.runs("made", 1, reader).isEmpty());
        SourceRun run = sources.runs("made", 1, reader).getFirst();
        check(run.created() == entities, "every entity is created, but got " + run);
        check(search.follow(LONGEST), "the index follows");

        List<Double> lists = new ArrayList<>();
        double cpu = process.getProcessCpuTime() / 1e6;
        long began = System.nanoTime();
        search.rebuild();
        while (search.state().rebuilding()) {
            long asked = System.nanoTime();
            Results results = search.find(LIST, reader);
            lists.add((System.nanoTime() - asked) / 1e6);
            check(
                    results.total() == entities && results.hits().size() == Math.min(entities, 20),
                    "a list is whole while the index is built anew, but got " + results.total() + " entities");
            LockSupport.parkNanos(BETWEEN_LISTS.toNanos());
        }
        double took = (System.nanoTime() - began) / 1e9;
        check(search.find(LIST, reader).total() == entities, "the new index holds everything");

        Measures measures = new Measures();
        measures.add("index built anew", took, "s", process.getProcessCpuTime() / 1e6 - cpu);
        double[] tries = lists.stream().mapToDouble(Double::doubleValue).toArray();
        double median = lists.stream().sorted().toList().get(lists.size() / 2);
        measures.add("a list meanwhile", median, "ms", tries, null);
        return measures;
    }

    private static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            check(System.nanoTime() < until, what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void check(boolean right, String what) {
        if (!right) {
            throw new IllegalStateException("The benchmark expects that " + what);
        }
    }
}
