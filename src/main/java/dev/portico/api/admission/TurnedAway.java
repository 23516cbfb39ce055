package dev.portico.api.admission;

import dev.portico.api.backstage.FaceErrors;
import dev.portico.api.door.StrictHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// What those are told who do not get in.
///
/// The many are told 429, whose connections stay open: Tomcat closes each that it answers 503 on, and a new one costs
/// more than the refusal. 503 is for the few that waited in vain. The problem document is the same for all, made
/// once; it has no `request`, since the log knows none.
enum TurnedAway {
    OVERLOADED(
            503,
            "Not available",
            "overloaded",
            "The portal is asked for more than it can answer at the moment. Ask again after the seconds that Retry-After"
                    + " names."),
    TOO_MUCH(
            429,
            "Too many requests",
            "too-much-at-once",
            "The portal is asked for more than it can answer at the moment, and most of it by this client. Ask again after"
                    + " the seconds that Retry-After names, and fewer things at a time."),
    TOO_FAST(
            429,
            "Too many requests",
            "rate-exceeded",
            "This client sends more requests a second than it may (portico.api.rate). Ask again after the seconds that"
                    + " Retry-After names.");

    private final int status;
    private final String detail;

    @SuppressWarnings("ImmutableEnumChecker") // nobody else sees the array
    private final byte[] document;

    TurnedAway(int status, String title, String code, String detail) {
        this.status = status;
        this.detail = detail;
        this.document = JsonMapper.shared()
                .writeValueAsBytes(new ProblemJson("urn:portico:problem:" + code, title, status, detail, code));
    }

    /// Answers a request.
    ///
    /// @param seconds after which the client may ask again
    void answer(HttpServletRequest http, HttpServletResponse response, long seconds) throws IOException {
        String path = FaceErrors.path(http);
        boolean face = FaceErrors.cover(path);
        byte[] body = face ? FaceErrors.body(status, detail, http.getMethod(), path, http.getQueryString()) : document;
        response.setStatus(status);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        StrictHeaders.addTo(response);
        response.setContentType(face ? MediaType.APPLICATION_JSON_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private record ProblemJson(String type, String title, int status, String detail, String code) {}
}
