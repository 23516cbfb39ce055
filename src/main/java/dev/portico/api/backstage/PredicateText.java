package dev.portico.api.backstage;

import dev.portico.search.Filter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes a filter in Backstage's predicate language. [Predicate] reads it back as the same filter.
final class PredicateText {

    private PredicateText() {}

    static void write(Filter filter, JsonGenerator json) {
        json.writeStartObject();
        switch (filter) {
            case Filter.All(List<Filter> parts) -> parts("$all", parts, json);
            case Filter.Any(List<Filter> parts) -> parts("$any", parts, json);
            case Filter.Not(Filter part) -> {
                json.writeName("$not");
                write(part, json);
            }
            case Filter.Exists(String path) -> {
                json.writeObjectPropertyStart(path);
                json.writeBooleanProperty("$exists", true);
                json.writeEndObject();
            }
            case Filter.OneOf one -> oneOf(one, json);
            case Filter.StartsWith(String path, String prefix) -> {
                json.writeObjectPropertyStart(path);
                json.writeStringProperty("$hasPrefix", prefix);
                json.writeEndObject();
            }
            case Filter.Contains any -> throw new IllegalArgumentException("No predicate says " + any);
            case Filter.Ids any -> throw new IllegalArgumentException("No predicate says " + any);
        }
        json.writeEndObject();
    }

    private static void parts(String operator, List<Filter> parts, JsonGenerator json) {
        json.writeArrayPropertyStart(operator);
        parts.forEach(part -> write(part, json));
        json.writeEndArray();
    }

    private static void oneOf(Filter.OneOf one, JsonGenerator json) {
        if (one.values().size() == 1) {
            json.writeStringProperty(one.path(), one.values().iterator().next());
            return;
        }
        json.writeObjectPropertyStart(one.path());
        json.writeArrayPropertyStart("$in");
        one.values().stream().sorted().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }
}
