package dev.portico.api.backstage;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.kernel.Reader;
import dev.portico.search.Filter;
import dev.portico.search.Hit;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Results;
import dev.portico.search.SearchQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// The plain list, `GET /entities`: an array of all entities, or of a part that is counted off.
///
/// @param limit 0 where none was asked for
/// @param query the text of the request's query, which the link to the next part repeats
record PlainList(Filter filter, List<Order> orders, int offset, int limit, Fields fields, String query) {

    private static final Set<String> PARAMETERS = Set.of("filter", "fields", "limit", "offset", "after", "order");

    static PlainList of(HttpServletRequest http) {
        Parameters query = Parameters.of(http, PARAMETERS);
        int offset = atLeast("offset", 0, query.integer("offset"), 0);
        int limit = atLeast("limit", 1, query.integer("limit"), 0);
        String after = query.one("after");
        if (after != null) {
            JsonNode cursor = Cursor.json(after);
            offset = atLeast("offset", 0, number(cursor.get("offset")), offset);
            limit = atLeast("limit", 1, number(cursor.get("limit")), limit);
        }
        return new PlainList(
                FilterText.parse(query.all("filter")),
                Sort.all(query.all("order")).stream()
                        .map(sort -> sort.order(Order.Absent.LAST))
                        .toList(),
                Math.min(offset, EntityPage.MOST_OFFSET),
                Math.min(limit, Page.MOST),
                Fields.of(query.parts("fields")),
                http.getQueryString() == null ? "" : http.getQueryString());
    }

    /// Answers with the part that was asked for, and a link to the next one.
    void page(Parts parts, Reader reader, HttpServletResponse response) throws IOException {
        Results found = parts.page(this::query, Page.from(offset, limit), reader);
        if (found.more()) {
            response.setHeader(HttpHeaders.LINK, '<' + next(found.hits().size()) + ">; rel=\"next\"");
        }
        new Answer().items(PagedEntities.items(found.hits(), fields)).send(response);
    }

    /// Writes everything from the offset on, a few hundred entities at a time.
    void stream(Parts parts, Reader reader, OutputStream out) throws IOException {
        Results found = parts.part(query(Page.from(offset, Parts.PART)), reader);
        out.write('[');
        boolean first = true;
        while (!found.hits().isEmpty()) {
            for (Hit hit : found.hits()) {
                if (!first) {
                    out.write(',');
                }
                first = false;
                fields.write(hit.json(), out);
            }
            Hit last = found.hits().getLast();
            if (!found.more()) {
                break;
            }
            found = parts.part(query(Page.after(last.place(), Parts.PART)), reader);
        }
        out.write(']');
    }

    private SearchQuery query(Page page) {
        return SearchQuery.list(CatalogPermissions.ENTITY, filter, orders, page);
    }

    private String next(int given) {
        StringBuilder url = new StringBuilder("/entities?");
        for (String pair : query.split("&", -1)) {
            if (!pair.startsWith("offset=") && !pair.startsWith("after=") && !pair.isEmpty()) {
                url.append(pair).append('&');
            }
        }
        String after = "{\"limit\":" + limit + ",\"offset\":" + (offset + given) + '}';
        String encoded = Base64.getEncoder().encodeToString(after.getBytes(StandardCharsets.UTF_8));
        return url.append("after=")
                .append(encoded.replace("+", "%2B").replace("=", "%3D"))
                .toString();
    }

    private static @Nullable Integer number(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (!value.canConvertToInt()) {
            throw Cursor.malformed();
        }
        return value.intValue();
    }

    private static int atLeast(String name, int least, @Nullable Integer value, int otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value < least) {
            throw InputError.of(
                    "Invalid " + name + ", must be " + (least == 0 ? "zero or greater" : "greater than zero"));
        }
        return value;
    }
}
