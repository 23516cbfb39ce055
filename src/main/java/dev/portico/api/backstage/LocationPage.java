package dev.portico.api.backstage;

import dev.portico.search.Filter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request for a page of locations.
///
/// @param query the predicate as it was sent, for the cursor; null for none
/// @param after the id of the last location of the page before; empty for the first page
record LocationPage(Filter filter, @Nullable JsonNode query, int limit, String after) {

    static final Set<String> FIELDS = Set.of("limit", "query", "cursor");
    private static final int USUAL_LIMIT = 1_000;

    static LocationPage of(Body body) {
        String cursor = body.text("cursor");
        if (cursor == null) {
            Integer limit = body.integer("limit");
            return of(body.value("query"), limit == null ? USUAL_LIMIT : limit, "");
        }
        if (cursor.isEmpty()) {
            throw InputError.of("Cursor cannot be empty");
        }
        JsonNode json = Cursor.json(cursor);
        JsonNode limit = json.get("limit");
        JsonNode after = json.get("afterId");
        if (limit == null || !limit.canConvertToInt() || after == null || !after.isString()) {
            throw Cursor.malformed();
        }
        return of(json.get("query"), limit.intValue(), after.stringValue());
    }

    /// The cursor of the page behind this one.
    String next(String last) {
        Map<String, Object> cursor = new LinkedHashMap<>();
        cursor.put("limit", limit);
        cursor.put("afterId", last);
        if (query != null) {
            cursor.put("query", query);
        }
        String json = JsonMapper.shared().writeValueAsString(cursor);
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static LocationPage of(@Nullable JsonNode query, int limit, String after) {
        if (limit < 1) {
            throw InputError.of("Limit must be a positive integer >= 1");
        }
        return new LocationPage(Predicate.parse(query), query, limit, after);
    }
}
