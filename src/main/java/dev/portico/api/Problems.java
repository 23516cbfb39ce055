package dev.portico.api;

import dev.portico.access.Readers;
import dev.portico.audit.Audit;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Refusal;
import dev.portico.storage.DatabaseAway;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// Turns what controllers and the security chain throw into problem documents.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Readers readers;

    Problems(Readers readers) {
        this.readers = readers;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound any -> answer(refused(404, "Not found", any));
            case Refusal.InvalidInput any -> answer(refused(400, "Not valid", any));
            case Refusal.Conflict any -> answer(refused(409, "Conflict", any));
            case Refusal.Forbidden any -> answer(refused(403, "Forbidden", any).lacking(any.permission(), ask(any)));
            case Refusal.TooMany any -> answer(refused(429, "Too many requests", any), any);
            case Refusal.Unavailable any -> answer(refused(503, "Not available", any), any);
        };
    }

    @ExceptionHandler
    ResponseEntity<Problem> notSignedIn(AuthenticationException refusal, HttpServletRequest http) {
        boolean token = http.getHeader(HttpHeaders.AUTHORIZATION) != null;
        String detail = token
                ? "The token in the Authorization header does not count: it is unknown, revoked or over."
                : "Sign in first, or send Authorization: Bearer and a token.";
        return ResponseEntity.status(401)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"Portico\"" + (token ? ", error=\"invalid_token\"" : ""))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(
                        401, "Not signed in", token ? "token-invalid" : "sign-in-required", detail, request()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> denied(AccessDeniedException refusal) {
        boolean forged = refusal instanceof CsrfException;
        return answer(Problem.of(
                403,
                "Forbidden",
                forged ? "csrf-token" : "forbidden",
                forged
                        ? "A request that is signed in by its cookie and changes something needs the header X-CSRF-TOKEN;"
                                + " programs send a token in the Authorization header instead."
                        : "You may not do this. Ask an admin for a role that allows it.",
                request()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> changedMeanwhile(OptimisticLockingFailureException failure) {
        return answer(Problem.of(
                409,
                "Conflict",
                "changed-meanwhile",
                "Somebody else changed this at the same moment. Read it again and repeat what you did.",
                request()));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> failed(Exception failure) {
        if (failure instanceof AsyncRequestNotUsableException) {
            return null;
        }
        if (failure instanceof ErrorResponse answer) {
            return Misfits.answer(failure, answer, request());
        }
        Optional<Problem> unreadable = Misfits.unreadable(failure, request());
        if (unreadable.isPresent()) {
            return answer(unreadable.get());
        }
        Optional<Refusal.Unavailable> away = DatabaseAway.refusal(failure);
        if (away.isPresent()) {
            log.warn("The database does not answer: {}", failure.getMessage());
            return refused(away.get());
        }
        String reference = request();
        log.error("A request failed, reference {}", reference, failure);
        return answer(unexpected(reference));
    }

    static Problem unavailable(Refusal.Unavailable refusal, String reference) {
        return Problem.of(503, "Not available", refusal.code(), refusal.reason(), reference);
    }

    static Problem unexpected(String reference) {
        return Problem.of(
                500,
                "Unexpected error",
                "unexpected",
                "Portico failed at this, and changed nothing that was not confirmed. An admin finds the cause in the log"
                        + " under the reference " + reference + ".",
                reference);
    }

    /// The id of the request at hand, as in the log; a new one where the log knows none.
    static String request() {
        @Nullable String id = MDC.get(Audit.REQUEST);
        return id == null ? Ids.next().toString() : id;
    }

    /// The id of a request that the log has let go of already, as the log had it; a new one where it never saw it.
    static String request(HttpServletRequest http) {
        return http.getAttribute(Audit.REQUEST) instanceof String id ? id : request();
    }

    /// A request needs an account that asks.
    private Problem.@Nullable Ask ask(Refusal.Forbidden refusal) {
        boolean account = readers.current().account() != null;
        return account && refusal.askable() ? Problem.Ask.of(refusal.permission(), refusal.thing()) : null;
    }

    private static Problem refused(int status, String title, Refusal refusal) {
        return Problem.of(status, title, refusal.code(), refusal.reason(), request());
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Problem> answer(Problem problem, Refusal.Later refusal) {
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
