package dev.portico.specification;

import dev.portico.specification.Walk.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// Compares the pages of GET `/entities`, where entities that tie may stand in any order ([Ambiguity#LIST_TIES]).
///
/// Between two ties nothing is held but that each entity comes once. With `fields` an entity may not tell which it
/// is; then it is enough that the model has one like it at a place with the same keys.
record ListComparison(Request request, CatalogModel model, Report report) {

    /// Takes what was expected and what was found at a place; equal ones are no difference.
    interface Report {
        void same(String where, String expected, String actual);
    }

    void walks(Walk expected, Walk actual) {
        report.same("walked to the end", expected.complete() + "", actual.complete() + "");
        if (expected.steps().getFirst().answer().status() >= 400) {
            return;
        }
        List<JsonNode> given = items(actual);
        Asked asked = Asked.of(request.path());
        List<OrderBy> orders = EntityList.orders(asked);
        UnaryOperator<JsonNode> fields = Fields.of(asked.all("fields"));
        List<FlatEntity> matching = new EntityList(model.entities()).matching(asked);
        Map<String, List<JsonNode>> ties = new HashMap<>();
        for (FlatEntity entity : matching) {
            ties.computeIfAbsent(keys(entity, orders), any -> new ArrayList<>()).add(fields.apply(entity.entity()));
        }
        int offset = asked.number("offset", 0, 0);
        for (int i = 0; i < given.size() && offset + i < matching.size(); i++) {
            String keys = keys(matching.get(offset + i), orders);
            boolean known = ties.getOrDefault(keys, new ArrayList<>()).remove(given.get(i));
            report.same(
                    "item " + i + " has the keys " + keys + " and comes once",
                    "true",
                    known ? "true" : shown(given.get(i)));
            if (!known) {
                return;
            }
        }
    }

    private static List<JsonNode> items(Walk walk) {
        List<JsonNode> items = new ArrayList<>();
        for (Step step : walk.steps()) {
            step.body().forEach(items::add);
        }
        return items;
    }

    private static String keys(FlatEntity entity, List<OrderBy> orders) {
        return orders.stream().map(order -> order.value(entity)).toList().toString();
    }

    private static String shown(JsonNode item) {
        return Json.ref(item) + " " + item;
    }
}
