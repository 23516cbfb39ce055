package dev.portico.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How fast the catalog answers over HTTP: eight clients in this process, a portal in another, a token whose right to
/// read is conditional, answers checked.
final class CatalogBenchmark {

    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final String[] WORDS = {"ticket", "signal", "ledger", "catering", "loyalty", "forecast"};

    private final ServedPortal portal;
    private final int entities;
    private final String token;
    private final Measures measures = new Measures();

    private CatalogBenchmark(ServedPortal portal, int entities, String token) {
        this.portal = portal;
        this.entities = entities;
        this.token = token;
    }

    /// @param application the class that starts the portal
    /// @param entities    how many entities to make
    /// @param only        the beginning of the names of the measures to take; empty for all
    static Measures run(Class<?> application, int entities, String only) throws IOException {
        Path folder = Files.createTempDirectory("portico-bench");
        try {
            new MadeCompany(entities).write(folder.resolve("made"));
            Map<String, String> environment = Map.of("PORTICO_CATALOG_LOCATIONS", folder.resolve("made") + "/*.yaml");
            String heap = entities > 20_000 ? "1g" : "512m";
            try (ServedPortal portal = ServedPortal.start(application, folder.resolve("home"), heap, environment)) {
                portal.await("filled", () -> readable(portal) == entities);
                return new CatalogBenchmark(portal, entities, conditional(portal)).measure(only);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static long readable(ServedPortal portal) throws IOException {
        return portal.get("/api/portico/entities?limit=0").path("readable").asLong();
    }

    /// A token that reads what is labelled public, and nothing else.
    private static String conditional(ServedPortal portal) throws IOException {
        JsonNode made = portal.post(
                "/api/portico/tokens", Map.of("name", "bench", "service", true, "roles", Set.of("guest"), "days", 1));
        return made.path("text").asString();
    }

    private Measures measure(String only) throws IOException {
        List<String> names =
                readable("/api/catalog/entities/by-query?limit=500&fields=metadata.name&filter=kind=component");
        List<String> owners =
                readable("/api/catalog/entities/by-query?limit=100&fields=metadata.name&filter=kind=group");
        take(only, "by name", random -> byName(pick(names, random)));
        take(only, "list by kind and owner", random -> byOwner(pick(owners, random)));
        take(only, "page ordered by title", this::byTitle);
        take(only, "three facets", random -> FACETS);
        take(only, "substring of three fields", CatalogBenchmark::substring);
        take(only, "one word, 25 hits", CatalogBenchmark::word);
        take(only, "suggestion", random -> suggestion(pick(names, random), random));
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

    private List<String> readable(String path) throws IOException {
        try (Connection connection = new Connection(portal.port(), token)) {
            int status = connection.get(path);
            JsonNode items = JsonMapper.shared().readTree(connection.text()).path("items");
            List<String> names = items.valueStream()
                    .map(item -> item.at("/metadata/name").asString())
                    .toList();
            if (status != 200 || names.isEmpty()) {
                throw new IllegalStateException(path + " was answered by " + status + " " + connection.text());
            }
            return names;
        }
    }

    private static Load.Question byName(String name) {
        return new Load.Question(
                "/api/catalog/entities/by-name/component/default/" + name, "\"name\":\"" + name + "\"", -1);
    }

    private static Load.Question byOwner(String owner) {
        return new Load.Question(
                "/api/catalog/entities/by-query?limit=20&filter=kind%3Dcomponent%2Crelations.ownedBy%3Dgroup%3Adefault%2F"
                        + owner,
                "\"totalItems\":",
                1);
    }

    private Load.Question byTitle(Random random) {
        return new Load.Question(
                "/api/catalog/entities/by-query?limit=20&orderField=metadata.title%2Casc&offset="
                        + random.nextInt(Math.min(200, entities / 10)),
                "\"kind\":",
                20);
    }

    private static final Load.Question FACETS = new Load.Question(
            "/api/catalog/entity-facets?facet=spec.type&facet=spec.lifecycle&facet=relations.ownedBy&filter=kind%3Dcomponent",
            "\"value\":\"experimental\"", 1);

    private static Load.Question substring(Random random) {
        return new Load.Question(
                "/api/catalog/entities/by-query?limit=20&fullTextFilterFields=metadata.name%2Cmetadata.title%2Cmetadata.description"
                        + "&orderField=metadata.name%2Casc&fullTextFilterTerm=nent-"
                        + random.nextInt(100),
                "\"totalItems\":",
                1);
    }

    private static Load.Question word(Random random) {
        return new Load.Question(
                "/api/search/query?pageLimit=25&term=" + WORDS[random.nextInt(WORDS.length)], "\"rank\":", 25);
    }

    private static Load.Question suggestion(String name, Random random) {
        String typed = name.substring(0, 2 + random.nextInt(name.length() - 2));
        return new Load.Question("/api/portico/suggestions?typed=" + typed, "component", -1);
    }

    private static String pick(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
