package dev.portico.api;

import dev.portico.api.backstage.FaceErrors;
import dev.portico.api.door.RefusalWords;
import dev.portico.api.door.StrictHeaders;
import dev.portico.audit.Audit;
import dev.portico.kernel.Refusal;
import dev.portico.storage.DatabaseAway;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what fails before a controller or after it: the server's own refusals and what a filter throws. Nothing of
/// the failure is shown but its status and the id of the request.
@Controller
final class ErrorsOutside implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorsOutside.class);

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<?> error(HttpServletRequest http, HttpServletResponse response) {
        StrictHeaders.addTo(response);
        int status = http.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String reference = Problems.request(http);
        Optional<Refusal.Unavailable> away = DatabaseAway.refusal(failure(http));
        if (away.isPresent()) {
            log.warn("The database does not answer, reference {}", reference);
            return answer(http, Problems.unavailable(away.get(), reference), retryLater(away.get()));
        }
        log(http, status, reference);
        Problem problem = status >= 500 ? Problems.unexpected(reference) : refused(status, reference);
        return answer(http, problem, new HttpHeaders());
    }

    private static ResponseEntity<?> answer(HttpServletRequest http, Problem problem, HttpHeaders headers) {
        String path = path(http);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).headers(headers);
        if (FaceErrors.cover(path)) {
            return answer.contentType(MediaType.APPLICATION_JSON).body(face(http, path, problem));
        }
        if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
            return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
        return answer.contentType(MediaType.TEXT_HTML).body(page(problem));
    }

    private static HttpHeaders retryLater(Refusal.Unavailable refusal) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds());
        return headers;
    }

    private static @Nullable Throwable failure(HttpServletRequest http) {
        return http.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure ? failure : null;
    }

    /// Whoever is shown a reference finds it in the log, whatever refused the request and however early.
    private static void log(HttpServletRequest http, int status, String reference) {
        @Nullable Throwable failure = failure(http);
        if (status >= 500 && failure != null) {
            log.error("A request failed outside of the controllers, reference {}", reference, failure);
        } else if (status >= 500 || http.getAttribute(Audit.REQUEST) == null) {
            log.warn("A request was answered {} outside of the controllers, reference {}", status, reference);
        }
    }

    private static Problem refused(int status, String reference) {
        return Problem.of(
                status, RefusalWords.title(status), "refused-" + status, RefusalWords.detail(status), reference);
    }

    private static Object face(HttpServletRequest http, String path, Problem problem) {
        String message = problem.status() == 404 ? "" : problem.detail();
        String query = http.getAttribute(RequestDispatcher.ERROR_QUERY_STRING) instanceof String text ? text : null;
        // The request at hand is for the error, by GET.
        String method = http.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String asked ? asked : "";
        return FaceErrors.body(problem.status(), message, method.isEmpty() ? http.getMethod() : method, path, query);
    }

    private static String path(HttpServletRequest http) {
        return http.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri.substring(Math.min(uri.length(), http.getContextPath().length()))
                : "/api/";
    }

    /// The texts are Portico's own, so nothing in them needs escaping.
    private static String page(Problem problem) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s – Portico</title>
                <meta name="viewport" content="width=device-width"><style>:root{color-scheme:light dark}
                body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}</style></head>
                <body><main><h1>%1$s</h1><p>%2$s</p><p>Reference: %3$s</p><p><a href="/">To the start page</a></p>
                </main></body></html>
                """.formatted(problem.title(), problem.detail(), problem.request());
    }
}
