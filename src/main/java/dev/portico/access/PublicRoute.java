package dev.portico.access;

/// A REST route that needs no sign-in because it proves its caller in another way, such as a signed webhook. Declared
/// as a bean by the module that serves it; a test holds the full list, so none comes to be by accident.
///
/// @param method the HTTP method, such as `POST`
/// @param path   the path pattern below `/api/`, such as `/api/portico/sources/{name}/webhook`
/// @param proof  how the caller proves itself, as a sentence
public record PublicRoute(String method, String path, String proof) {

    public PublicRoute {
        if (!path.startsWith("/api/")) {
            throw new IllegalArgumentException("The public route " + path + " is not below /api/");
        }
    }
}
