package dev.portico.specification;

import dev.portico.specification.Walk.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Compares two walks of one request, and collects what differs. It is as lenient as [Ambiguity] says, and no more.
final class Comparison {

    private final Request request;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(Request request) {
        this.request = request;
    }

    /// @param model whose entities tell the keys of an order
    static List<Difference> of(Request request, CatalogModel model, Walk expected, Walk actual) {
        Comparison comparison = new Comparison(request);
        int common = Math.min(expected.steps().size(), actual.steps().size());
        comparison.same(
                "number of pages walked",
                expected.steps().size() + "",
                actual.steps().size() + "");
        for (int i = 0; i < common && comparison.differences.isEmpty(); i++) {
            comparison.step(expected.steps().get(i), actual.steps().get(i));
        }
        if (request.kind() == Request.Kind.LIST && comparison.differences.isEmpty()) {
            new ListComparison(request, model, comparison::same).walks(expected, actual);
        }
        return comparison.differences;
    }

    private void same(String where, String expected, String actual) {
        if (!expected.equals(actual)) {
            differences.add(new Difference(request.toString(), where, expected, actual));
        }
    }

    private void step(Step expected, Step actual) {
        String at = expected.name() + ": ";
        same(at + "status", expected.answer().status() + "", actual.answer().status() + "");
        if (!differences.isEmpty()) {
            return;
        }
        if (expected.answer().status() >= 400) {
            same(at + "error", errorName(expected), errorName(actual));
            return;
        }
        switch (request.kind()) {
            case LIST ->
                same(at + "size", expected.body().size() + "", actual.body().size() + "");
            case QUERY -> page(at, expected.body(), actual.body());
            case FACETS ->
                facets(at, expected.body().path("facets"), actual.body().path("facets"));
            case ANCESTRY -> ancestry(at, expected.body(), actual.body());
            case REFS -> items(at, expected.body().path("items"), actual.body().path("items"));
            case ONE, REFUSED -> json(at + "body", expected.body(), actual.body());
        }
    }

    private static String errorName(Step step) {
        return step.body().path("error").path("name").asString("(none)");
    }

    private void page(String at, JsonNode expected, JsonNode actual) {
        items(at, expected.path("items"), actual.path("items"));
        json(at + "totalItems", expected.path("totalItems"), actual.path("totalItems"));
        for (String cursor : List.of("nextCursor", "prevCursor")) {
            same(
                    at + "has " + cursor,
                    expected.path("pageInfo").has(cursor) + "",
                    actual.path("pageInfo").has(cursor) + "");
        }
        same(at + "keys", new TreeSet<>(expected.propertyNames()) + "", new TreeSet<>(actual.propertyNames()) + "");
    }

    /// Items in order: first which ones, and if those agree what they hold.
    private void items(String at, JsonNode expected, JsonNode actual) {
        same(at + "items", names(expected).toString(), names(actual).toString());
        for (int i = 0; i < Math.min(expected.size(), actual.size()) && differences.isEmpty(); i++) {
            json(at + "item " + i, expected.path(i), actual.path(i));
        }
    }

    private static List<String> names(JsonNode items) {
        List<String> names = new ArrayList<>();
        items.forEach(item -> names.add(item.isNull() ? "null" : Json.ref(item)));
        return names;
    }

    private void json(String where, JsonNode expected, JsonNode actual) {
        if (!expected.equals(actual)) {
            JsonDifference first = JsonDifference.first("", expected, actual);
            same(where + first.path(), first.expected(), first.actual());
        }
    }

    private void facets(String at, JsonNode expected, JsonNode actual) {
        same(
                at + "facets",
                expected.propertyNames().toString(),
                actual.propertyNames().toString());
        for (String facet : expected.propertyNames()) {
            Set<String> wanted = counts(expected.path(facet));
            Set<String> given = counts(actual.path(facet));
            same(at + facet, new TreeSet<>(wanted).toString(), new TreeSet<>(given).toString());
            same(at + facet + " values", wanted.size() + "", actual.path(facet).size() + "");
            same(at + facet + " is sorted", "true", sorted(actual.path(facet)) + "");
        }
    }

    private static Set<String> counts(JsonNode values) {
        Set<String> counts = new LinkedHashSet<>();
        values.forEach(value -> counts.add(value.path("value") + " × " + value.path("count")));
        return counts;
    }

    /// [Ambiguity#FACET_COLLATION]
    private static boolean sorted(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.path("value").asString("")));
        return texts.equals(texts.stream().sorted(OrderBy.codePoints()).toList())
                || texts.equals(
                        texts.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList());
    }

    /// [Ambiguity#ANCESTRY_ORDER]
    private void ancestry(String at, JsonNode expected, JsonNode actual) {
        json(at + "rootEntityRef", expected.path("rootEntityRef"), actual.path("rootEntityRef"));
        json(
                at + "first item",
                expected.path("items").path(0).path("entity"),
                actual.path("items").path(0).path("entity"));
        same(at + "items", ancestors(expected).toString(), ancestors(actual).toString());
    }

    private static Set<String> ancestors(JsonNode answer) {
        Set<String> ancestors = new TreeSet<>();
        for (JsonNode item : answer.path("items")) {
            Set<String> parents = new TreeSet<>(Json.stringList(item.path("parentEntityRefs"), "parentEntityRefs"));
            ancestors.add(Json.ref(item.path("entity")) + " from " + parents);
        }
        return ancestors;
    }
}
