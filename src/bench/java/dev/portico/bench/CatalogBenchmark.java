package dev.portico.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// How fast the catalog answers over HTTP: eight clients in this process, a portal in another, a token whose right to
/// read is conditional, answers checked.
final class CatalogBenchmark {

    /// From this many entities on, the portal has a gigabyte for objects, below it half of one.
    private static final int MANY = 20_000;

    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration TIME = Duration.ofSeconds(10);

    private final ServedPortal portal;
    private final String token;
    private final Measures measures = new Measures();

    private CatalogBenchmark(ServedPortal portal, String token) {
        this.portal = portal;
        this.token = token;
    }

    /// @param application the class that starts the portal
    /// @param entities    how many entities to make
    /// @param only        the beginning of the names of the measures to take; empty for all
    static Measures run(Class<?> application, int entities, String only) throws IOException {
        Path folder = Files.createTempDirectory("portico-bench");
        try (ServedPortal portal =
                ServedPortal.filled(application, folder, entities, entities > MANY ? "1g" : "512m")) {
            String token = portal.conditionalToken("bench");
            return new CatalogBenchmark(portal, token).measure(CatalogQuestions.of(portal, token, entities), only);
        } finally {
            Folders.delete(folder);
        }
    }

    private Measures measure(CatalogQuestions questions, String only) throws IOException {
        take(only, "by name", questions::byName);
        take(only, "list by kind and owner", questions::byOwner);
        take(only, "page ordered by title", questions::byTitle);
        take(only, "three facets", questions::facets);
        take(only, "substring of three fields", questions::substring);
        take(only, "one word, 25 hits", questions::word);
        take(only, "suggestion", questions::suggestion);
        measures.add("memory of the JVM (RSS)", portal.residentMegabytes(), "MB", null);
        return measures;
    }

    private void take(String only, String name, Load.Questions questions) throws IOException {
        if (!name.startsWith(only)) {
            return;
        }
        Load load = new Load(portal, token, CLIENTS);
        load.run(questions, WARM_UP);
        Load.Outcome outcome = load.run(questions, TIME);
        measures.add(name, outcome.perSecond(), "req/s", outcome.millis(), outcome.cpuMillis());
    }
}
