package dev.portico.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Small steps with parsed JSON.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ArrayNode strings(Iterable<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /// The body of a request.
    static ObjectNode body(String text) {
        try {
            if (parse(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException broken) {
            throw Refused.input("The body is not JSON");
        }
        throw Refused.input("The body is not an object");
    }

    /// A string where the request must have one.
    static String string(JsonNode node, String where) {
        if (!node.isString()) {
            throw Refused.input(where + " is not a string");
        }
        return node.stringValue();
    }

    /// A list of strings; one that is missing is empty.
    static List<String> stringList(JsonNode node, String where) {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw Refused.input(where + " is not a list");
        }
        List<String> strings = new ArrayList<>();
        for (JsonNode item : node) {
            strings.add(string(item, where));
        }
        return strings;
    }

    /// A scalar as text, numbers as JavaScript writes them: `1.0` is `1`.
    static String text(JsonNode scalar) {
        if (scalar.isNumber()) {
            return scalar.decimalValue().signum() == 0
                    ? "0"
                    : scalar.decimalValue().stripTrailingZeros().toPlainString();
        }
        return scalar.isString() ? scalar.stringValue() : scalar.toString();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// `kind:namespace/name` of an entity, in lower case.
    static String ref(JsonNode entity) {
        JsonNode metadata = entity.path("metadata");
        return lower(entity.path("kind").asString("") + ":"
                + metadata.path("namespace").asString("default") + "/"
                + metadata.path("name").asString(""));
    }
}
