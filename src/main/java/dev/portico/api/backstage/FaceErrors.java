package dev.portico.api.backstage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Errors in Backstage's own shape, and where that shape is due.
public final class FaceErrors {

    private static final List<String> FACES = List.of("/api/catalog", "/api/search", "/api/auth", "/api/permission");

    private FaceErrors() {}

    /// Whether the path is one of Backstage's.
    ///
    /// @param path without the application's own
    public static boolean cover(String path) {
        return !mount(path).isEmpty();
    }

    /// What a client is told, as UTF-8; no bytes where that is nothing but the status.
    ///
    /// @param path    the path that was asked for, without the application's own
    /// @param query   what was behind it, or null
    /// @param message what is wrong
    public static byte[] body(int status, String message, String method, String path, @Nullable String query) {
        if (status == 404 && message.isEmpty()) {
            return new byte[0];
        }
        String url = path.substring(mount(path).length()) + (query == null ? "" : '?' + query);
        BodyJson body = new BodyJson(
                new ErrorJson(name(status), message.isEmpty() ? name(status) : message),
                new RequestJson(method, url.isEmpty() ? "/" : url),
                new ResponseJson(status));
        return JsonMapper.shared().writeValueAsBytes(body);
    }

    /// The path of a request, without the application's own.
    public static String path(HttpServletRequest http) {
        return http.getRequestURI()
                .substring(Math.min(
                        http.getRequestURI().length(), http.getContextPath().length()));
    }

    private static String name(int status) {
        return switch (status) {
            case 400 -> "InputError";
            case 401 -> "AuthenticationError";
            case 403 -> "NotAllowedError";
            case 404 -> "NotFoundError";
            case 405 -> "MethodNotAllowedError";
            case 406 -> "NotAcceptableError";
            case 409 -> "ConflictError";
            case 413 -> "PayloadTooLargeError";
            case 414 -> "URITooLongError";
            case 415 -> "UnsupportedMediaTypeError";
            case 429 -> "TooManyRequestsError";
            case 431 -> "RequestHeaderFieldsTooLargeError";
            case 501 -> "NotImplementedError";
            case 503 -> "ServiceUnavailableError";
            default -> "Error";
        };
    }

    private static String mount(String path) {
        for (String face : FACES) {
            if (path.startsWith(face) && (path.length() == face.length() || path.charAt(face.length()) == '/')) {
                return face;
            }
        }
        return "";
    }

    private record BodyJson(ErrorJson error, RequestJson request, ResponseJson response) {}

    private record ErrorJson(String name, String message) {}

    private record RequestJson(String method, String url) {}

    private record ResponseJson(int statusCode) {}
}
