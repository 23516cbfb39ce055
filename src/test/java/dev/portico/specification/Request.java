package dev.portico.specification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

/// One request, and how to go on from its answer where that is a page.
///
/// @param body the JSON to post; empty for GET
/// @param limit the limit that is asked for, below 0 if none is
/// @param fields the fields that are asked for, which later pages must ask for again
/// @param onwardByPost whether cursors of by-query are sent by POST
public record Request(Kind kind, String path, String body, int limit, List<String> fields, boolean onwardByPost) {

    /// What is asked for.
    public enum Kind {
        LIST,
        QUERY,
        REFS,
        ONE,
        ANCESTRY,
        FACETS,
        REFUSED
    }

    public Request {
        fields = List.copyOf(fields);
    }

    static Request of(Kind kind, String path, String body) {
        return new Request(kind, path, body, -1, List.of(), false);
    }

    ReadApi.Answer send(ReadApi api) {
        return body.isEmpty() ? api.get(path) : api.post(path, body);
    }

    /// The request for the page behind a cursor.
    ReadApi.Answer onward(ReadApi api, String cursor) {
        if (onwardByPost) {
            var json = Json.object().put("cursor", cursor);
            if (limit >= 0) {
                json.put("limit", limit);
            }
            if (!fields.isEmpty()) {
                json.set("fields", Json.strings(fields));
            }
            return api.post("/entities/by-query", json.toString());
        }
        return api.get("/entities/by-query?cursor=" + encoded(cursor)
                + (limit < 0 ? "" : "&limit=" + limit)
                + (fields.isEmpty() ? "" : "&fields=" + encoded(String.join(",", fields))));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return (body.isEmpty() ? "GET " + path : "POST " + path + " " + body);
    }
}
