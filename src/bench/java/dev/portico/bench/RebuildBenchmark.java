package dev.portico.bench;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourceRun;
import dev.portico.search.Filter;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// How long the index takes to be built anew from the database, and how the old one answers meanwhile: ten lists a
/// second, each with all that there is.
final class RebuildBenchmark {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LISTS = Duration.ofMillis(100);
    private static final SearchQuery LIST = SearchQuery.list(
            CatalogPermissions.ENTITY, Filter.everything(), List.of(Order.by("metadata.title")), Page.first(20));

    private RebuildBenchmark() {}

    /// @param application the class that starts the portal
    /// @param entities    how many entities to make
    static Measures run(Class<?> application, int entities) throws IOException {
        try (EmptyPortal portal = EmptyPortal.start(application)) {
            return measure(portal, entities);
        }
    }

    private static Measures measure(EmptyPortal portal, int entities) throws IOException {
        new MadeCompany(entities).write(portal.folder());
        SourceRun run = portal.register("made");
        Expectation.check(run.created() == entities, "every entity is created", run);
        Search search = portal.door(Search.class);
        Expectation.check(search.follow(LONGEST), "the index follows", search.state());

        List<Double> lists = new ArrayList<>();
        double cpu = portal.cpuMillis();
        long began = System.nanoTime();
        search.rebuild();
        while (search.state().rebuilding()) {
            long asked = System.nanoTime();
            Results results = search.find(LIST, portal.reader());
            lists.add((System.nanoTime() - asked) / 1e6);
            Expectation.check(
                    results.total() == entities && results.hits().size() == Math.min(entities, 20),
                    "a list is whole while the index is built anew",
                    results.total());
            LockSupport.parkNanos(BETWEEN_LISTS.toNanos());
        }
        double took = (System.nanoTime() - began) / 1e9;
        long held = search.find(LIST, portal.reader()).total();
        Expectation.check(held == entities, "the new index holds everything", held);

        Measures measures = new Measures();
        measures.add("index built anew", took, "s", portal.cpuMillis() - cpu);
        double[] tries = lists.stream().mapToDouble(Double::doubleValue).toArray();
        double median = lists.stream().sorted().toList().get(lists.size() / 2);
        measures.add("a list meanwhile", median, "ms", tries, null);
        return measures;
    }
}
