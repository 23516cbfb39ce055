package dev.portico.matrix;

import java.util.List;

/// A block of the table: a route, the kind of thing that is asked about, the call and what each caller gets.
///
/// @param route  as the mappings name it, such as `GET /api/portico/me`
/// @param object the kind of thing; empty where there is one only
/// @param call   the path and query of the call
/// @param type   the body's type
/// @param body   empty for none
/// @param look   what is looked for in the answer; empty where its status tells
/// @param then   what follows a success: `sign-in` once more, or taking the `new-text` of a token
record Block(
        String route,
        String object,
        String call,
        String type,
        String body,
        String look,
        String then,
        List<Cell> cells) {

    /// What one caller gets.
    ///
    /// @param way      how they come, such as `session`
    /// @param expected a status, a redirect's target, or a word
    record Cell(String way, String caller, String expected) {}

    String method() {
        String method = route.substring(0, route.indexOf(' '));
        return switch (method) {
            case "ANY", "FILES", "SERVLET", "VIEW" -> "GET";
            default -> method;
        };
    }

    boolean isView() {
        return route.startsWith("VIEW ");
    }

    String title() {
        return object.isEmpty() ? route : route + " | " + object;
    }
}
