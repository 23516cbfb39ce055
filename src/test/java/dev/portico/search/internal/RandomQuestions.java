package dev.portico.search.internal;

import dev.portico.search.Filter;
import dev.portico.search.Order;
import dev.portico.specification.CatalogModel;
import dev.portico.specification.LongValues;
import dev.portico.specification.Statements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Invents questions about entities, each with the answer that the model of the catalog gives to somebody who may read
/// everything.
final class RandomQuestions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PATHS = List.of(
            "kind",
            "metadata.name",
            "metadata.namespace",
            "metadata.title",
            "metadata.description",
            "metadata.tags",
            "metadata.labels.tier",
            "metadata.labels.example.com/Region",
            "metadata.labels.portico.dev/visibility",
            "metadata.labels.odd_Key",
            "metadata.annotations.example.com/note",
            "metadata.annotations.example.org/Some.Key",
            "metadata.extra.a=b",
            "metadata.extra.deep.deeper.deepest",
            "spec.type",
            "spec.lifecycle",
            "spec.owner",
            "relations.ownedBy",
            "relations.memberOf",
            "relations.ownerOf");

    private static final String RELATIONS = "relations.";

    private final List<JsonNode> entities;
    private final Map<Set<String>, CatalogModel> seenBy = new HashMap<>();
    private final Random random;
    private final Map<String, Map<String, Set<String>>> valuesByPath = new LinkedHashMap<>();

    /// @param served   the entities as they are served
    /// @param entities by ref, each alone
    RandomQuestions(List<JsonNode> served, Map<String, CatalogModel> entities, long seed) {
        this.entities = served;
        this.random = new Random(seed);
        for (String path : PATHS) {
            Map<String, Set<String>> values = new TreeMap<>();
            entities.forEach((ref, entity) -> values.put(ref, values(entity, path)));
            valuesByPath.put(path, values);
        }
    }

    /// A question by filter.
    ///
    /// @param filter as search takes it
    /// @param body   as the model takes it
    record Question(Filter filter, String body) {}

    Question question() {
        ObjectNode query = JSON.createObjectNode();
        Filter filter = filter(query, 2);
        ObjectNode body = JSON.createObjectNode().put("limit", 10_000);
        body.set("query", query);
        return new Question(filter, body.toString());
    }

    /// The refs of the entities that meet a question, as a reader sees them.
    Set<String> matching(Question question, Set<String> visible) {
        String body = question.body();
        CatalogModel seen = seenBy.computeIfAbsent(
                visible,
                refs -> new CatalogModel(
                        entities.stream()
                                .filter(entity -> refs.contains(ref(entity)))
                                .map(entity -> Statements.seen(entity, refs))
                                .toList(),
                        LongValues.SEEN));
        JsonNode answer = JSON.readTree(seen.post("/entities/by-query", body).body());
        Set<String> refs = new TreeSet<>();
        answer.path("items").forEach(entity -> refs.add(ref(entity)));
        if (refs.size() != answer.path("totalItems").asInt(-1)) {
            throw new IllegalStateException("The model does not answer " + body + ": " + answer);
        }
        return refs;
    }

    /// Some of the paths that there are.
    List<String> paths() {
        Set<String> some = new HashSet<>();
        for (int number = 1 + random.nextInt(3); number > 0; number--) {
            some.add(PATHS.get(random.nextInt(PATHS.size())));
        }
        return List.copyOf(some);
    }

    List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        for (String path : random.nextBoolean() ? List.<String>of() : paths()) {
            orders.add(new Order(path, random.nextBoolean(), Order.Absent.LAST));
        }
        return orders;
    }

    /// A value at a path that some entity has, or a word of it, or some letters of a word.
    String text() {
        String path = List.of("metadata.name", "metadata.title", "metadata.description", "metadata.tags", "spec.owner")
                .get(random.nextInt(5));
        String[] words = value(path).split(" ", -1);
        String word = words[random.nextInt(words.length)];
        return switch (random.nextInt(4)) {
            case 0 -> String.join(" ", words);
            case 1 -> word.substring(0, word.offsetByCodePoints(0, Math.min(3, word.codePointCount(0, word.length()))));
            case 2 -> word.length() < 5 ? word : word.substring(0, 2) + "x" + word.substring(3);
            default -> word;
        };
    }

    /// How many of these entities have which value at the path.
    ///
    /// @param visible the refs that the reader may read
    Map<String, Long> counts(String path, Set<String> refs, Set<String> visible) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode entity : entities) {
            if (refs.contains(ref(entity))) {
                values(entity, path, visible).forEach(value -> counts.merge(value, 1L, Long::sum));
            }
        }
        return counts;
    }

    private Set<String> values(JsonNode entity, String path, Set<String> visible) {
        Set<String> values = valuesByPath.getOrDefault(path, Map.of()).getOrDefault(ref(entity), Set.of());
        if (!path.startsWith(RELATIONS)) {
            return values;
        }
        Set<String> seen = new TreeSet<>();
        Statements.seen(entity, visible).path("relations").forEach(relation -> {
            if (path.equals(RELATIONS + relation.path("type").asString())) {
                seen.add(relation.path("targetRef").asString());
            }
        });
        return seen;
    }

    private Filter filter(ObjectNode query, int depth) {
        if (depth > 0 && random.nextInt(10) < 6) {
            if (random.nextInt(4) == 0) {
                return new Filter.Not(filter(query.putObject("$not"), depth - 1));
            }
            boolean all = random.nextBoolean();
            ArrayNode list = query.putArray(all ? "$all" : "$any");
            List<Filter> parts = new ArrayList<>();
            for (int number = random.nextInt(4); number > 0; number--) {
                parts.add(filter(list.addObject(), depth - 1));
            }
            return all ? new Filter.All(parts) : new Filter.Any(parts);
        }
        String path = PATHS.get(random.nextInt(PATHS.size()));
        String value = value(path);
        return switch (random.nextInt(4)) {
            case 0 -> {
                query.putObject(path).put("$exists", true);
                yield new Filter.Exists(path);
            }
            case 1 -> {
                String start = value.substring(
                        0, value.offsetByCodePoints(0, Math.min(2, value.codePointCount(0, value.length()))));
                query.putObject(path).put("$hasPrefix", start);
                yield new Filter.StartsWith(path, start);
            }
            case 2 -> {
                Set<String> values = new TreeSet<>(List.of(value, value(path) + "-", value(path)));
                ArrayNode in = query.putObject(path).putArray("$in");
                values.forEach(in::add);
                yield new Filter.OneOf(path, values);
            }
            default -> {
                query.put(path, value);
                yield new Filter.OneOf(path, value);
            }
        };
    }

    private String value(String path) {
        List<String> values = valuesByPath.getOrDefault(path, Map.of()).values().stream()
                .flatMap(Set::stream)
                .toList();
        return values.isEmpty() ? "none" : values.get(random.nextInt(values.size()));
    }

    private static Set<String> values(CatalogModel entity, String path) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("facets").add(path);
        Set<String> values = new TreeSet<>();
        JSON.readTree(entity.post("/entity-facets", body.toString()).body())
                .path("facets")
                .path(path)
                .forEach(value -> values.add(value.path("value").asString()));
        return values;
    }

    static String ref(JsonNode entity) {
        JsonNode metadata = entity.path("metadata");
        return Names.lower(entity.path("kind").asString() + ":"
                + metadata.path("namespace").asString("default") + "/"
                + metadata.path("name").asString());
    }
}
