package dev.portico.specification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The call `/entity-facets`: for each facet its values as they were written, each with the number of entities that
/// have it, sorted by value.
record Facets(List<FlatEntity> entities) {

    ObjectNode get(Asked asked) {
        asked.allow("facet", "filter");
        return count(asked.all("facet"), Filters.of(asked.all("filter")));
    }

    ObjectNode post(ObjectNode body) {
        ByQuery.only(body, Set.of("facets", "query"));
        List<String> facets = Json.stringList(body.path("facets"), "facets");
        return count(facets, body.has("query") ? Predicates.of(body.path("query")) : entity -> true);
    }

    private ObjectNode count(List<String> facets, Predicate<FlatEntity> wanted) {
        if (facets.isEmpty()) {
            throw Refused.input("Missing facet parameter");
        }
        List<FlatEntity> counted = entities.stream().filter(wanted).toList();
        ObjectNode answer = Json.object();
        ObjectNode results = answer.putObject("facets");
        for (String facet : facets) {
            ArrayNode values = results.putArray(facet);
            counts(counted, facet)
                    .forEach((value, count) ->
                            values.addObject().put("value", value).put("count", count));
        }
        return answer;
    }

    private static Map<String, Integer> counts(List<FlatEntity> counted, String facet) {
        Map<String, Integer> counts = new TreeMap<>(OrderBy.codePoints());
        for (FlatEntity entity : counted) {
            Set<String> once = new LinkedHashSet<>();
            for (FlatEntity.Value value : entity.at(facet)) {
                String original = value.original();
                if (original != null) {
                    once.add(original);
                }
            }
            once.forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        return counts;
    }
}
