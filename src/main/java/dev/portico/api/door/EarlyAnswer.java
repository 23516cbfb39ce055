package dev.portico.api.door;

import dev.portico.api.backstage.FaceErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// A refusal that is answered before the log knows the request, hence without its id: a problem document, or
/// Backstage's error under Backstage's paths.
///
/// @param status the HTTP status
/// @param title  the kind of problem in a few words
/// @param code   stable; clients may rely on it
/// @param detail what is wrong with what, and what to do
public record EarlyAnswer(int status, String title, String code, String detail) {

    /// Answers a request, with the strict headers.
    public void send(HttpServletRequest http, HttpServletResponse response) throws IOException {
        byte[] body = body(http);
        head(http, response);
        response.setStatus(status);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /// Says what the answer is, beside its status and length.
    void head(HttpServletRequest http, HttpServletResponse response) {
        StrictHeaders.addTo(response);
        response.setContentType(
                isFace(http) ? MediaType.APPLICATION_JSON_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    String text(HttpServletRequest http) {
        return new String(body(http), StandardCharsets.UTF_8);
    }

    private byte[] body(HttpServletRequest http) {
        if (isFace(http)) {
            String method = Objects.requireNonNullElse(http.getMethod(), "");
            return FaceErrors.body(status, detail, method, path(http), http.getQueryString());
        }
        return JsonMapper.shared()
                .writeValueAsBytes(new ProblemJson("urn:portico:problem:" + code, title, status, detail, code));
    }

    private static boolean isFace(HttpServletRequest http) {
        return FaceErrors.cover(path(http));
    }

    /// Empty where the request could not be read so far.
    private static String path(HttpServletRequest http) {
        return http.getRequestURI() == null ? "" : FaceErrors.path(http);
    }

    private record ProblemJson(String type, String title, int status, String detail, String code) {}
}
