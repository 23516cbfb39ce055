package dev.portico.specification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people look for in the sample company, with the entities that they would be glad to find: the file
/// `search/judged-queries.yaml`.
public record JudgedQueries(List<Judged> queries, List<OrderRule> rules) {

    /// @param wants what the person is after, in a sentence
    /// @param grades ref → 3 the thing itself, 2 very useful, 1 related
    public record Judged(String query, String wants, Map<String, Integer> grades) {

        /// How well a ranking of refs serves the person, by its first ten.
        public double quality(List<String> ranking) {
            return RankingQuality.ndcg(ranking, grades, 10);
        }
    }

    /// An order that must hold whatever the scores: hits with a word that begins with `first` before those that have
    /// none, but a word that begins with `then`.
    public record OrderRule(String query, String first, String then) {

        /// The refs of two hits in the wrong order, if there are any.
        public Optional<String> violation(List<JsonNode> hits) {
            for (int i = 0; i < hits.size(); i++) {
                JsonNode before = hits.get(i);
                if (has(before, then) && !has(before, first)) {
                    for (JsonNode after : hits.subList(i, hits.size())) {
                        if (has(after, first)) {
                            return Optional.of(Json.ref(before) + " before " + Json.ref(after));
                        }
                    }
                }
            }
            return Optional.empty();
        }

        private static boolean has(JsonNode entity, String beginning) {
            JsonNode metadata = entity.path("metadata");
            String text = String.join(
                    " ",
                    metadata.path("name").asString(""),
                    metadata.path("title").asString(""),
                    metadata.path("description").asString(""),
                    metadata.path("tags").toString(),
                    entity.path("spec").path("profile").path("displayName").asString(""));
            return Arrays.stream(Json.lower(text).split("[^\\p{L}\\p{N}]+", -1))
                    .anyMatch(word -> word.startsWith(beginning));
        }
    }

    public static JudgedQueries load() {
        try (InputStream file = JudgedQueries.class.getResourceAsStream("/search/judged-queries.yaml")) {
            Load yaml = new Load(LoadSettings.builder().build());
            return of(JsonMapper.shared().valueToTree(yaml.loadFromInputStream(Objects.requireNonNull(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JudgedQueries of(JsonNode file) {
        List<Judged> queries = new ArrayList<>();
        for (JsonNode query : file.path("queries")) {
            Map<String, Integer> grades = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> graded : query.path("relevant").properties()) {
                for (String ref : Json.stringList(graded.getValue(), graded.getKey())) {
                    if (grades.put(ref, Integer.valueOf(graded.getKey())) != null) {
                        throw new IllegalStateException(ref + " has two grades for " + query.path("query"));
                    }
                }
            }
            queries.add(new Judged(text(query, "query"), text(query, "wants"), grades));
        }
        List<OrderRule> rules = new ArrayList<>();
        for (JsonNode rule : file.path("rules")) {
            rules.add(new OrderRule(text(rule, "query"), text(rule, "first"), text(rule, "then")));
        }
        return new JudgedQueries(queries, rules);
    }

    private static String text(JsonNode node, String field) {
        return Json.string(node.path(field), field);
    }
}
