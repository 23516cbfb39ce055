package dev.portico.specification;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The first place at which two JSON values differ.
record JsonDifference(String path, String expected, String actual) {

    static JsonDifference first(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new LinkedHashSet<>(expected.propertyNames());
            names.addAll(actual.propertyNames());
            for (String name : names) {
                if (!expected.path(name).equals(actual.path(name))) {
                    return first(path + "." + name, expected.path(name), actual.path(name));
                }
            }
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                if (!expected.path(i).equals(actual.path(i))) {
                    return first(path + "[" + i + "]", expected.path(i), actual.path(i));
                }
            }
        }
        return new JsonDifference(path, shown(expected), shown(actual));
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
