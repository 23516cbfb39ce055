package dev.portico.api.backstage;

import dev.portico.search.Filter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Backstage's predicate language, read as a filter: objects of field tests, joined by `$all`, `$any` and `$not`.
final class Predicate {

    private static final String RELATIONS = "relations";

    private final Size size = new Size("query");

    private Predicate() {}

    /// The filter that a predicate means; the filter that holds for all where there is none.
    static Filter parse(@Nullable JsonNode query) {
        return query == null ? Filter.everything() : new Predicate().expression(query);
    }

    private Filter expression(JsonNode query) {
        if (!query.isObject()) {
            throw wrong("a predicate is an object such as {\"kind\":\"component\"}");
        }
        for (String name : query.propertyNames()) {
            if (name.startsWith("$")) {
                return joined(name, query);
            }
        }
        List<Filter> tests = new ArrayList<>(query.size());
        for (Map.Entry<String, JsonNode> field : query.properties()) {
            tests.add(test(field.getKey(), field.getValue()));
        }
        return tests.size() == 1 ? tests.getFirst() : new Filter.All(tests);
    }

    private Filter joined(String operator, JsonNode query) {
        if (query.size() > 1) {
            throw wrong(operator + " must be the only key, wrap in $all to combine it with others");
        }
        JsonNode operand = query.get(operator);
        return switch (operator) {
            case "$all" -> new Filter.All(expressions(operator, operand));
            case "$any" -> new Filter.Any(expressions(operator, operand));
            case "$not" -> new Filter.Not(expression(operand));
            default -> throw wrong("there is no operator " + operator + " here");
        };
    }

    private List<Filter> expressions(String operator, JsonNode operand) {
        if (!operand.isArray()) {
            throw wrong(operator + " takes an array of predicates");
        }
        List<Filter> parts = new ArrayList<>(operand.size());
        for (JsonNode part : operand) {
            size.count();
            parts.add(expression(part));
        }
        return parts;
    }

    private Filter test(String path, JsonNode value) {
        size.count();
        if (isPrimitive(value)) {
            return new Filter.OneOf(path, text(value));
        }
        if (!value.isObject() || value.size() != 1) {
            throw wrong("the field \"" + path + "\" takes a string, number or boolean, or one of $exists, $in,"
                    + " $hasPrefix and $contains");
        }
        Map.Entry<String, JsonNode> operation = value.properties().iterator().next();
        JsonNode operand = operation.getValue();
        return switch (operation.getKey()) {
            case "$exists" -> exists(path, operand);
            case "$in" -> new Filter.OneOf(path, texts(path, operand));
            case "$hasPrefix" -> new Filter.StartsWith(path, string("$hasPrefix", operand));
            case "$contains" -> contains(path, operand);
            default -> throw wrong("the field \"" + path + "\" knows no operator " + operation.getKey());
        };
    }

    private static Filter exists(String path, JsonNode operand) {
        if (!operand.isBoolean()) {
            throw wrong("$exists takes true or false");
        }
        return operand.booleanValue() ? new Filter.Exists(path) : new Filter.Not(new Filter.Exists(path));
    }

    private static Filter contains(String path, JsonNode operand) {
        if (isPrimitive(operand)) {
            return new Filter.OneOf(path, text(operand));
        }
        if (!operand.isObject() || !path.equalsIgnoreCase(RELATIONS)) {
            throw wrong("$contains takes a string, number or boolean, or, for relations, an object with type and"
                    + " targetRef");
        }
        String type = "";
        @Nullable Set<String> targets = null;
        for (Map.Entry<String, JsonNode> field : operand.properties()) {
            switch (field.getKey().toLowerCase(Locale.ROOT)) {
                case "type" -> type = string("type", field.getValue());
                case "targetref" -> targets = targets(field.getValue());
                default -> throw wrong("$contains for relations knows type and targetRef alone");
            }
        }
        if (type.isEmpty()) {
            throw wrong("$contains for relations needs a type");
        }
        String relation = RELATIONS + '.' + type;
        return targets == null ? new Filter.Exists(relation) : new Filter.OneOf(relation, targets);
    }

    private static Set<String> targets(JsonNode value) {
        if (value.isString()) {
            return Set.of(value.stringValue());
        }
        JsonNode among = value.size() == 1 ? value.get("$in") : null;
        if (among == null || !among.isArray() || among.isEmpty()) {
            throw wrong("targetRef takes a string or $in with at least one");
        }
        Set<String> targets = new LinkedHashSet<>();
        among.forEach(item -> targets.add(string("targetRef", item)));
        return targets;
    }

    private static Set<String> texts(String path, JsonNode operand) {
        if (!operand.isArray()) {
            throw wrong("$in takes an array");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode item : operand) {
            if (!isPrimitive(item)) {
                throw wrong("$in of the field \"" + path + "\" takes strings, numbers and booleans");
            }
            texts.add(text(item));
        }
        return texts;
    }

    private static boolean isPrimitive(JsonNode value) {
        return value.isString() || value.isNumber() || value.isBoolean();
    }

    private static String string(String what, JsonNode value) {
        if (!value.isString()) {
            throw wrong(what + " takes a string");
        }
        return value.stringValue();
    }

    /// A value as JavaScript writes it: 1.0 is `1`.
    private static String text(JsonNode value) {
        if (!value.isNumber() || value.isIntegralNumber() || !Double.isFinite(value.asDouble(Double.NaN))) {
            return value.asString();
        }
        return value.decimalValue().stripTrailingZeros().toPlainString();
    }

    private static RuntimeException wrong(String what) {
        return InputError.of("Invalid query: " + what);
    }
}
