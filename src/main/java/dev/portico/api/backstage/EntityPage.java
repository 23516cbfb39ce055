package dev.portico.api.backstage;

import dev.portico.search.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A request for a page of a list, by GET or by POST.
///
/// @param cursor  where the page is; null for the first one
/// @param limit   how many entities; 0 only counts
/// @param counted whether to tell how many there are in all
record EntityPage(Listing listing, @Nullable Cursor cursor, int offset, int limit, boolean counted, Fields fields) {

    /// Beyond this there is nothing.
    static final int MOST_OFFSET = 1 << 30;

    private static final int USUAL_LIMIT = 200;
    private static final Set<String> PARAMETERS = Set.of(
            "cursor",
            "fields",
            "limit",
            "offset",
            "orderField",
            "filter",
            "totalItems",
            "fullTextFilterTerm",
            "fullTextFilterFields");
    private static final Set<String> FIELDS =
            Set.of("cursor", "fields", "limit", "offset", "orderBy", "query", "totalItems", "fullTextFilter");

    static EntityPage of(HttpServletRequest http) {
        Parameters query = Parameters.of(http, PARAMETERS);
        Fields fields = Fields.of(query.parts("fields"));
        int limit = limit(query.integer("limit"));
        String cursor = query.one("cursor");
        if (cursor != null && !cursor.isEmpty()) {
            return next(Cursor.decode(cursor), limit, fields);
        }
        String term = query.one("fullTextFilterTerm");
        List<String> places = query.parts("fullTextFilterFields");
        Listing listing = new Listing(
                FilterText.parse(query.all("filter")),
                Sort.first(query.all("orderField")),
                new FullText(term == null ? "" : term, places == null ? List.of() : places));
        return new EntityPage(
                listing, null, offset(query.integer("offset")), limit, counted(query.one("totalItems")), fields);
    }

    /// @param body with [#bodyFields()] and no others
    static EntityPage of(Body body) {
        Fields fields = Fields.of(body.texts("fields"));
        int limit = limit(body.integer("limit"));
        String cursor = body.text("cursor");
        if (cursor != null) {
            if (cursor.isEmpty()) {
                throw InputError.of("Cursor cannot be empty");
            }
            return next(Cursor.decode(cursor), limit, fields);
        }
        Listing listing = new Listing(
                Predicate.parse(body.value("query")),
                sort(body.value("orderBy")),
                Cursor.fullText(body.value("fullTextFilter")));
        return new EntityPage(
                listing, null, offset(body.integer("offset")), limit, counted(body.text("totalItems")), fields);
    }

    static Set<String> bodyFields() {
        return FIELDS;
    }

    Page page() {
        if (cursor == null) {
            return Page.from(offset, limit);
        }
        return cursor.previous() ? Listing.before(cursor.at(), limit) : Listing.after(cursor.at(), limit);
    }

    private static EntityPage next(Cursor cursor, int limit, Fields fields) {
        return new EntityPage(cursor.listing(), cursor, 0, limit, true, fields);
    }

    private static @Nullable Sort sort(@Nullable JsonNode orders) {
        if (orders == null) {
            return null;
        }
        if (!orders.isArray()) {
            throw InputError.of("Invalid orderBy, not an array");
        }
        @Nullable Sort first = null;
        for (JsonNode order : orders) {
            JsonNode field = order.get("field");
            JsonNode direction = order.get("order");
            if (field == null || !field.isString()) {
                throw InputError.of("Invalid orderBy, each has a field and an order");
            }
            boolean descending = Sort.descending(direction == null ? null : direction.asString());
            first = first == null ? new Sort(field.stringValue(), descending) : first;
        }
        return first;
    }

    private static int limit(@Nullable Integer limit) {
        int wanted = Objects.requireNonNullElse(limit, USUAL_LIMIT);
        if (wanted < 0) {
            throw InputError.of("Invalid limit, must be zero or greater");
        }
        return Math.min(wanted, Page.MOST);
    }

    private static int offset(@Nullable Integer offset) {
        if (offset != null && offset < 0) {
            throw InputError.of("Invalid offset, must be zero or greater");
        }
        return offset == null ? 0 : Math.min(offset, MOST_OFFSET);
    }

    private static boolean counted(@Nullable String totalItems) {
        if (totalItems != null && !totalItems.equals("include") && !totalItems.equals("exclude")) {
            throw InputError.of(
                    "Invalid totalItems parameter \"" + totalItems + "\", expected one of: include, exclude");
        }
        return !"exclude".equals(totalItems);
    }
}
