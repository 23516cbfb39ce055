package dev.portico.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// The language of `query` (§2.4).
final class Predicates {

    private Predicates() {}

    static Predicate<FlatEntity> of(JsonNode query) {
        if (!query.isObject()) {
            throw Refused.input("Invalid query: it is not an object");
        }
        for (String operator : List.of("$all", "$any", "$not")) {
            if (query.has(operator)) {
                if (query.size() > 1) {
                    throw Refused.input("Invalid query: " + operator + " must be the only key");
                }
                return logical(operator, query.path(operator));
            }
        }
        List<Predicate<FlatEntity>> tests = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : query.properties()) {
            if (field.getKey().startsWith("$")) {
                throw Refused.input("Invalid query: there is no " + field.getKey());
            }
            tests.add(field(field.getKey(), field.getValue()));
        }
        return entity -> tests.stream().allMatch(test -> test.test(entity));
    }

    private static Predicate<FlatEntity> logical(String operator, JsonNode operand) {
        if (operator.equals("$not")) {
            return of(operand).negate();
        }
        if (!operand.isArray()) {
            throw Refused.input("Invalid query: " + operator + " takes a list");
        }
        List<Predicate<FlatEntity>> parts = new ArrayList<>();
        operand.forEach(part -> parts.add(of(part)));
        return operator.equals("$all")
                ? entity -> parts.stream().allMatch(part -> part.test(entity))
                : entity -> parts.stream().anyMatch(part -> part.test(entity));
    }

    private static Predicate<FlatEntity> field(String key, JsonNode value) {
        if (isPrimitive(value)) {
            return entity -> entity.has(key, Json.text(value));
        }
        if (!value.isObject() || value.size() != 1) {
            throw Refused.input("Invalid query: " + key + " takes a value or one operator");
        }
        String operator = value.propertyNames().iterator().next();
        JsonNode operand = value.path(operator);
        return switch (operator) {
            case "$exists" -> exists(key, operand);
            case "$in" -> in(key, operand);
            case "$hasPrefix" -> hasPrefix(key, operand);
            case "$contains" -> contains(key, operand);
            default -> throw Refused.input("Invalid query: there is no " + operator);
        };
    }

    private static Predicate<FlatEntity> exists(String key, JsonNode operand) {
        if (!operand.isBoolean()) {
            throw Refused.input("Invalid query: $exists takes true or false");
        }
        return entity -> entity.exists(key) == operand.booleanValue();
    }

    private static Predicate<FlatEntity> in(String key, JsonNode operand) {
        if (!operand.isArray() || !allPrimitive(operand)) {
            throw Refused.input("Invalid query: $in takes a list of values");
        }
        return entity -> {
            for (JsonNode value : operand) {
                if (entity.has(key, Json.text(value))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<FlatEntity> hasPrefix(String key, JsonNode operand) {
        String prefix = Json.lower(Json.string(operand, "Invalid query: $hasPrefix"));
        return entity -> entity.compared(key).stream().anyMatch(value -> value.startsWith(prefix));
    }

    private static Predicate<FlatEntity> contains(String key, JsonNode operand) {
        if (isPrimitive(operand)) {
            return entity -> entity.has(key, Json.text(operand));
        }
        if (!Json.lower(key).equals("relations") || !operand.isObject()) {
            throw Refused.input("Invalid query: $contains takes a value, and for relations a relation");
        }
        if (!Set.of("type", "targetRef").containsAll(operand.propertyNames())) {
            throw Refused.input("Invalid query: a relation is asked for by type and targetRef");
        }
        String relation = "relations." + Json.string(operand.path("type"), "Invalid query: type");
        JsonNode target = operand.path("targetRef");
        return target.isMissingNode() ? entity -> entity.exists(relation) : field(relation, target);
    }

    private static boolean isPrimitive(JsonNode node) {
        return node.isString() || node.isNumber() || node.isBoolean();
    }

    private static boolean allPrimitive(JsonNode list) {
        for (JsonNode value : list) {
            if (!isPrimitive(value)) {
                return false;
            }
        }
        return true;
    }
}
