package dev.portico.api.backstage;

import dev.portico.search.Filter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where the next page of a list begins, or the previous one ends: JSON in base 64, with everything that the page
/// needs. It is neither signed nor trusted: whoever changes it asks another question, within the same rights.
///
/// The filter is written as `query`, whatever it was asked as, since clients look for that name to choose between GET
/// and POST; both serve every cursor.
///
/// @param at       the position that the page begins behind or ends before
/// @param previous whether it is the page that ends there
/// @param first    the position of the first entity of all, behind which a previous page exists
/// @param total    how many entities there were when they were counted
record Cursor(Listing listing, List<@Nullable String> at, boolean previous, List<@Nullable String> first, long total) {

    private static final JsonMapper JSON = JsonMapper.shared();

    String encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("orderFields");
            Sort sort = listing.sort();
            if (sort != null) {
                json.writeStartObject();
                json.writeStringProperty("field", sort.field());
                json.writeStringProperty("order", sort.direction());
                json.writeEndObject();
            }
            json.writeEndArray();
            texts("orderFieldValues", at, json);
            if (!listing.filter().equals(Filter.everything())) {
                json.writeName("query");
                PredicateText.write(listing.filter(), json);
            }
            text(json);
            json.writeBooleanProperty("isPrevious", previous);
            texts("firstSortFieldValues", first, json);
            json.writeNumberProperty("totalItems", total);
            json.writeEndObject();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private void text(JsonGenerator json) {
        FullText text = listing.text();
        if (text.term().isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("fullTextFilter");
        json.writeStringProperty("term", text.term());
        if (!text.fields().isEmpty()) {
            texts("fields", text.fields(), json);
        }
        json.writeEndObject();
    }

    private static void texts(String name, List<? extends @Nullable String> texts, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    static Cursor decode(String text) {
        JsonNode json = json(text);
        @Nullable
        Body body = Body.ofCursor(
                json,
                Set.of(
                        "orderFields",
                        "orderFieldValues",
                        "query",
                        "fullTextFilter",
                        "isPrevious",
                        "firstSortFieldValues",
                        "totalItems"));
        if (body == null) {
            throw malformed();
        }
        @Nullable Sort sort = sort(json.get("orderFields"));
        int length = sort == null ? 1 : 2;
        Listing listing = new Listing(Predicate.parse(body.value("query")), sort, fullText(json.get("fullTextFilter")));
        JsonNode previous = json.get("isPrevious");
        JsonNode total = json.get("totalItems");
        if (previous == null
                || !previous.isBoolean()
                || total == null
                || !total.canConvertToExactIntegral()
                || total.longValue() < 0) {
            throw malformed();
        }
        return new Cursor(
                listing,
                position(json.get("orderFieldValues"), length),
                previous.booleanValue(),
                position(json.get("firstSortFieldValues"), length),
                total.longValue());
    }

    /// The JSON object in a text of base 64, be it written for URLs or not.
    static JsonNode json(String text) {
        try {
            String plain = text.strip().replace(' ', '+').replace('-', '+').replace('_', '/');
            JsonNode json = JSON.readTree(Base64.getDecoder().decode(plain));
            if (json.isObject()) {
                return json;
            }
        } catch (IllegalArgumentException | JacksonException notOurs) {
            throw malformed();
        }
        throw malformed();
    }

    static RuntimeException malformed() {
        return InputError.of("Malformed cursor, take it as the page before gave it");
    }

    /// The texts in a list, of which the first may be missing if another one is behind it.
    private static List<@Nullable String> position(@Nullable JsonNode values, int length) {
        if (values == null || !values.isArray() || values.size() != length) {
            throw malformed();
        }
        List<@Nullable String> position = new ArrayList<>(length);
        for (JsonNode value : values) {
            boolean missing = value.isNull() && position.size() + 1 < length;
            if (!value.isString() && !missing) {
                throw malformed();
            }
            position.add(missing ? null : value.stringValue());
        }
        return position;
    }

    private static @Nullable Sort sort(@Nullable JsonNode fields) {
        if (fields == null || !fields.isArray()) {
            throw malformed();
        }
        JsonNode first = fields.isEmpty() ? null : fields.get(0);
        if (first == null) {
            return null;
        }
        JsonNode field = first.get("field");
        JsonNode order = first.get("order");
        if (field == null || !field.isString() || order == null || !order.isString()) {
            throw malformed();
        }
        return new Sort(field.stringValue(), Sort.descending(order.stringValue()));
    }

    static FullText fullText(@Nullable JsonNode text) {
        if (text == null) {
            return FullText.NONE;
        }
        JsonNode term = text.get("term");
        JsonNode fields = text.get("fields");
        if (!text.isObject() || (term != null && !term.isString())) {
            throw InputError.of("Invalid fullTextFilter, it is an object with term and fields");
        }
        return new FullText(
                term == null ? "" : term.stringValue(),
                fields == null ? List.of() : Body.texts("fullTextFilter.fields", fields));
    }
}
