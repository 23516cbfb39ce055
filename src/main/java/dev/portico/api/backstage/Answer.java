package dev.portico.api.backstage;

import dev.portico.search.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A JSON answer put together from parts, each of which is written as it is.
final class Answer {

    private static final String TYPE = "application/json;charset=utf-8";
    private static final Json COMMA = Json.of(",");
    private static final Json NULL = Json.of("null");

    private final List<Json> parts = new ArrayList<>();
    private long length;

    /// An answer that is one document.
    static void send(Json document, HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        response.setContentLength(document.length());
        document.writeTo(response.getOutputStream());
    }

    /// An answer that is written as JSON from a value.
    static void send(Object value, HttpServletResponse response) throws IOException {
        send(Json.of(JsonMapper.shared().writeValueAsBytes(value)), response);
    }

    /// The place for an answer of unknown length.
    static OutputStream stream(HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        return response.getOutputStream();
    }

    Answer add(String text) {
        return add(Json.of(text));
    }

    Answer add(Json part) {
        parts.add(part);
        length += part.length();
        return this;
    }

    /// A part that is written as JSON from a value.
    Answer value(Object value) {
        return add(Json.of(JsonMapper.shared().writeValueAsBytes(value)));
    }

    /// Items between brackets; null stands for one that is missing.
    Answer items(List<? extends @Nullable Json> items) {
        add("[");
        boolean first = true;
        for (Json item : items) {
            if (!first) {
                add(COMMA);
            }
            first = false;
            add(item == null ? NULL : item);
        }
        return add("]");
    }

    void send(HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        response.setContentLengthLong(length);
        OutputStream out = response.getOutputStream();
        for (Json part : parts) {
            part.writeTo(out);
        }
    }
}
