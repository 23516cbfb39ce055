package dev.portico.bench;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is asked of the catalog, each question another than the one before, with what has to be in its answer.
final class CatalogQuestions {

    private static final String[] WORDS = {"ticket", "signal", "ledger", "catering", "loyalty", "forecast"};

    private final List<String> names;
    private final List<String> owners;
    private final int entities;

    private CatalogQuestions(List<String> names, List<String> owners, int entities) {
        this.names = names;
        this.owners = owners;
        this.entities = entities;
    }

    /// Questions about what the token may read.
    static CatalogQuestions of(ServedPortal portal, String token, int entities) throws IOException {
        return new CatalogQuestions(
                readable(portal, token, "component", 500), readable(portal, token, "group", 100), entities);
    }

    /// Each of the others in turn, the dear ones as often as the cheap ones; no substring, which costs more than all of
    /// them.
    Load.Question mixed(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> byName(random);
            case 1 -> byOwner(random);
            case 2 -> byTitle(random);
            case 3 -> facets(random);
            case 4 -> word(random);
            default -> typing(random);
        };
    }

    Load.Question byName(Random random) {
        String name = pick(names, random);
        return new Load.Question(
                "/api/catalog/entities/by-name/component/default/" + name, "\"name\":\"" + name + "\"", -1);
    }

    Load.Question byOwner(Random random) {
        return new Load.Question(
                "/api/catalog/entities/by-query?limit=20&filter=kind%3Dcomponent%2Crelations.ownedBy%3Dgroup%3Adefault%2F"
                        + pick(owners, random),
                "\"totalItems\":",
                1);
    }

    Load.Question byTitle(Random random) {
        return new Load.Question(
                "/api/catalog/entities/by-query?limit=20&orderField=metadata.title%2Casc&offset="
                        + random.nextInt(Math.min(200, entities / 10)),
                "\"kind\":",
                20);
    }

    Load.Question facets(Random random) {
        return new Load.Question(
                "/api/catalog/entity-facets?facet=spec.type&facet=spec.lifecycle&facet=relations.ownedBy&filter=kind%3Dcomponent",
                "\"value\":\"experimental\"", 1);
    }

    Load.Question substring(Random random) {
        return new Load.Question(
                "/api/catalog/entities/by-query?limit=20&fullTextFilterFields=metadata.name%2Cmetadata.title%2Cmetadata.description"
                        + "&orderField=metadata.name%2Casc&fullTextFilterTerm=nent-"
                        + random.nextInt(100),
                "\"totalItems\":",
                1);
    }

    Load.Question word(Random random) {
        return new Load.Question(
                "/api/search/query?pageLimit=25&term=" + WORDS[random.nextInt(WORDS.length)], "\"rank\":", 25);
    }

    Load.Question suggestion(Random random) {
        String name = pick(names, random);
        String typed = name.substring(0, 2 + random.nextInt(name.length() - 2));
        return new Load.Question("/api/portico/suggestions?typed=" + typed, "component", -1);
    }

    private static Load.Question typing(Random random) {
        String typed = "component".substring(0, 3 + random.nextInt(6));
        return new Load.Question("/api/portico/suggestions?typed=" + typed, "component", -1);
    }

    private static List<String> readable(ServedPortal portal, String token, String kind, int limit) throws IOException {
        String path = "/api/catalog/entities/by-query?fields=metadata.name&limit=" + limit + "&filter=kind=" + kind;
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

    private static String pick(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
