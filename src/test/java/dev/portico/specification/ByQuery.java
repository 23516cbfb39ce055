package dev.portico.specification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The call `/entities/by-query` (§2, §2.3). What was asked first is kept as one JSON object, whichever verb it came
/// by: `filter`, `query`, `orderBy`, `fullTextFilter`, `totalItems`. A cursor is that object and a place in the list
/// that follows from it.
record ByQuery(List<FlatEntity> entities) {

    private static final int LIMIT = 200;

    ObjectNode get(Asked asked) {
        asked.allow(
                "fields",
                "limit",
                "offset",
                "orderField",
                "filter",
                "totalItems",
                "fullTextFilterTerm",
                "fullTextFilterFields",
                "cursor");
        UnaryOperator<JsonNode> fields = Fields.of(asked.all("fields"));
        int limit = asked.number("limit", 0, LIMIT);
        if (asked.has("cursor")) {
            return onward(asked.one("cursor"), limit, fields);
        }
        ObjectNode first = Json.object();
        first.set("filter", Json.strings(asked.all("filter")));
        ArrayNode orders = first.putArray("orderBy");
        for (String order : asked.all("orderField")) {
            int comma = order.lastIndexOf(',');
            orders.addObject()
                    .put("field", comma < 0 ? order : order.substring(0, comma))
                    .put("order", comma < 0 ? "asc" : order.substring(comma + 1));
        }
        if (asked.has("fullTextFilterTerm")) {
            ObjectNode text = first.putObject("fullTextFilter").put("term", asked.one("fullTextFilterTerm"));
            if (asked.has("fullTextFilterFields")) {
                text.set(
                        "fields",
                        Json.strings(List.of(asked.one("fullTextFilterFields").split(",", -1))));
            }
        }
        if (asked.has("totalItems")) {
            first.put("totalItems", asked.one("totalItems"));
        }
        return start(first, asked.number("offset", 0, 0), limit, fields);
    }

    ObjectNode post(ObjectNode body) {
        only(body, Set.of("query", "limit", "offset", "orderBy", "fullTextFilter", "fields", "totalItems", "cursor"));
        UnaryOperator<JsonNode> fields =
                body.has("fields") ? Fields.of(Json.stringList(body.path("fields"), "fields")) : Fields.of(List.of());
        int limit = number(body, "limit", LIMIT);
        if (body.has("cursor")) {
            return onward(Json.string(body.path("cursor"), "cursor"), limit, fields);
        }
        return start(body, number(body, "offset", 0), limit, fields);
    }

    static void only(JsonNode body, Set<String> names) {
        if (!names.containsAll(body.propertyNames())) {
            throw Refused.input("Unknown fields among " + body.propertyNames());
        }
    }

    private static int number(JsonNode body, String name, int fallback) {
        JsonNode number = body.path(name);
        if (number.isMissingNode()) {
            return fallback;
        }
        if (!number.isIntegralNumber() || number.intValue() < 0) {
            throw Refused.input(name + " is not a number from 0 on");
        }
        return number.intValue();
    }

    private ObjectNode start(ObjectNode first, int offset, int limit, UnaryOperator<JsonNode> fields) {
        List<FlatEntity> matching = matching(first);
        String total = first.path("totalItems").asString("include");
        if (!Set.of("include", "exclude").contains(total)) {
            throw Refused.input("totalItems is include or exclude");
        }
        Place place = new Place(first, offset, false, offset, total.equals("include") ? matching.size() : 0);
        return page(matching, place, true, limit, fields);
    }

    private ObjectNode onward(String cursor, int limit, UnaryOperator<JsonNode> fields) {
        Place place = Place.of(cursor);
        return page(matching(place.first()), place, false, limit, fields);
    }

    private static ObjectNode page(
            List<FlatEntity> matching, Place place, boolean initial, int limit, UnaryOperator<JsonNode> fields) {
        int from = Math.min(place.back() ? Math.max(0, place.at() - limit) : place.at(), matching.size());
        int to = place.back() ? place.at() : Math.min(from + limit, matching.size());
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("items");
        matching.subList(from, to).forEach(entity -> items.add(fields.apply(entity.entity())));
        answer.put("totalItems", place.total());
        ObjectNode pageInfo = answer.putObject("pageInfo");
        if (limit > 0 && to < matching.size()) {
            pageInfo.put("nextCursor", place.move(to, false).cursor());
        }
        if (!initial && from < to && from != place.start()) {
            pageInfo.put("prevCursor", place.move(from, true).cursor());
        }
        return answer;
    }

    /// All that the first request asks for, in its order.
    private List<FlatEntity> matching(ObjectNode first) {
        Predicate<FlatEntity> wanted = Filters.of(Json.stringList(first.path("filter"), "filter"));
        if (first.has("query")) {
            wanted = wanted.and(Predicates.of(first.path("query")));
        }
        Comparator<FlatEntity> ties = Comparator.comparing(FlatEntity::uid, OrderBy.codePoints());
        OrderBy order = order(first.path("orderBy"));
        if (order != null) {
            wanted = wanted.and(entity -> order.value(entity) != null);
            ties = order.comparator().thenComparing(order.descending() ? ties.reversed() : ties);
        }
        wanted = wanted.and(text(first.path("fullTextFilter"), order));
        return entities.stream().filter(wanted).sorted(ties).toList();
    }

    /// The first order; the others are read, and ignored.
    private static @Nullable OrderBy order(JsonNode orders) {
        OrderBy first = null;
        if (!orders.isArray() && !orders.isMissingNode()) {
            throw Refused.input("orderBy is not a list");
        }
        for (JsonNode each : orders) {
            only(each, Set.of("field", "order"));
            OrderBy order =
                    OrderBy.of(Json.string(each.path("field"), "field"), Json.string(each.path("order"), "order"));
            first = first == null ? order : first;
        }
        return first;
    }

    private static Predicate<FlatEntity> text(JsonNode filter, @Nullable OrderBy order) {
        if (filter.isMissingNode()) {
            return entity -> true;
        }
        only(filter, Set.of("term", "fields"));
        String term = Json.lower(Json.string(filter.path("term"), "term").strip());
        List<String> fields = filter.has("fields")
                ? Json.stringList(filter.path("fields"), "fields")
                : List.of(order == null ? "metadata.uid" : order.field());
        return entity -> term.isEmpty()
                || fields.stream().anyMatch(field -> entity.compared(field.strip()).stream()
                        .anyMatch(value -> value.contains(term)));
    }

    /// A place in the list: `at` is the index of the first item to come, or of the first item that came before.
    private record Place(ObjectNode first, int at, boolean back, int start, int total) {

        Place move(int to, boolean backwards) {
            return new Place(first, to, backwards, start, total);
        }

        String cursor() {
            ObjectNode json = Json.object().put("at", at).put("back", back).put("start", start);
            json.put("total", total).set("first", first);
            return Base64.getEncoder().encodeToString(json.toString().getBytes(UTF_8));
        }

        static Place of(String cursor) {
            try {
                JsonNode json = Json.parse(new String(Base64.getDecoder().decode(cursor), UTF_8));
                if (json.path("first") instanceof ObjectNode first) {
                    return new Place(
                            first,
                            json.path("at").intValue(),
                            json.path("back").booleanValue(),
                            json.path("start").intValue(),
                            json.path("total").intValue());
                }
            } catch (IllegalArgumentException | JacksonException broken) {
                throw Refused.input("Malformed cursor");
            }
            throw Refused.input("Malformed cursor");
        }
    }
}
