package dev.portico.api.backstage;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON object that a request sends, of 5 MiB at most. A request without a body sends an object without fields.
final class Body {

    private static final int MOST_BYTES = 5 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /// @param known the fields that the call knows; any other is refused
    static Body of(HttpServletRequest http, Set<String> known) throws IOException {
        byte[] bytes = http.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return of(bytes, known);
    }

    static Body of(byte[] bytes, Set<String> known) {
        return of(bytes.length == 0 ? JSON.createObjectNode() : parsed(bytes), known);
    }

    private static Body of(JsonNode object, Set<String> known) {
        if (!object.isObject()) {
            throw InputError.of("Expected body to be a JSON object");
        }
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw InputError.of("Unknown field '" + name + "' in the body");
            }
        }
        return new Body(object);
    }

    /// What a cursor holds: null where it has fields that none has.
    static @Nullable Body ofCursor(JsonNode cursor, Set<String> known) {
        return known.containsAll(cursor.propertyNames()) ? new Body(cursor) : null;
    }

    /// The value of a field; null where it is absent.
    @Nullable
    JsonNode value(String name) {
        return object.get(name);
    }

    /// A text; null where the field is absent.
    @Nullable
    String text(String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw InputError.of("Invalid " + name + ", not a string");
        }
        return whole(name, value.stringValue());
    }

    /// A whole number; null where the field is absent.
    @Nullable
    Integer integer(String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
            throw InputError.of("Invalid " + name + ", not an integer");
        }
        return (int) Math.clamp(value.doubleValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// A list of texts; null where the field is absent.
    @Nullable
    List<String> texts(String name) {
        JsonNode value = object.get(name);
        return value == null ? null : texts(name, value);
    }

    /// The texts in a list.
    static List<String> texts(String name, JsonNode value) {
        if (!value.isArray()) {
            throw InputError.of("Invalid " + name + ", not an array");
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            if (!item.isString()) {
                throw InputError.of("Invalid " + name + ", not an array of strings");
            }
            texts.add(whole(name, item.stringValue()));
        }
        return texts;
    }

    /// The database keeps no text with the character NUL, so nothing is called so.
    private static String whole(String name, String text) {
        if (text.indexOf('\0') >= 0) {
            throw InputError.of("Invalid " + name + ", it holds the character NUL");
        }
        return text;
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (StreamConstraintsException large) {
            throw InputError.of("Malformed request body, it nests objects and arrays deeper than "
                    + StreamReadConstraints.DEFAULT_MAX_DEPTH + " levels, or holds a name, number or text too long");
        } catch (JacksonException broken) {
            throw InputError.of("Malformed request body, it is no JSON");
        }
    }
}
