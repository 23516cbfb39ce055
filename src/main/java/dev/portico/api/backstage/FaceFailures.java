package dev.portico.api.backstage;

import dev.portico.access.Readers;
import dev.portico.audit.Audit;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.storage.DatabaseAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Answers what controllers and the security chain throw under Backstage's paths. Everything else is left to the
/// problem documents.
@Configuration(proxyBeanMethods = false)
class FaceFailures implements HandlerExceptionResolver, WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(FaceFailures.class);

    private final Readers readers;

    FaceFailures(Readers readers) {
        this.readers = readers;
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(this);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest http, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        String path = FaceErrors.path(http);
        if (!FaceErrors.cover(path)) {
            return null;
        }
        if (response.isCommitted()) {
            log.debug("An answer broke off: {}", failure.toString());
            return new ModelAndView();
        }
        response.resetBuffer();
        Told told = told(http, response, failure);
        byte[] body = FaceErrors.body(told.status, told.message, http.getMethod(), path, http.getQueryString());
        response.setStatus(told.status);
        response.setContentLength(body.length);
        try {
            if (body.length > 0) {
                response.setContentType("application/json;charset=utf-8");
                response.getOutputStream().write(body);
            }
        } catch (IOException gone) {
            log.debug("Nobody took the answer: {}", gone.toString());
        }
        return new ModelAndView();
    }

    private Told told(HttpServletRequest http, HttpServletResponse response, Exception failure) {
        return switch (failure) {
            case Refusal refusal -> refused(refusal, response);
            case AuthenticationException any -> notSignedIn(http, response);
            // Nobody is signed in by a cookie, so that no forged request is to be feared.
            case CsrfException any when readers.current().equals(Reader.anonymous()) -> notSignedIn(http, response);
            case CsrfException any ->
                new Told(403, "A request that is signed in by its cookie needs the header X-CSRF-TOKEN");
            case AccessDeniedException any ->
                new Told(403, "This may not be done; ask an admin for a role that allows it");
            case HttpRequestMethodNotSupportedException any -> new Told(404, "");
            case NoResourceFoundException any -> new Told(404, "");
            case ErrorResponse known
            when known.getStatusCode().is4xxClientError() ->
                new Told(
                        known.getStatusCode().value(),
                        Objects.requireNonNullElse(known.getBody().getDetail(), "The request does not fit"));
            default -> failed(failure, response);
        };
    }

    private static Told notSignedIn(HttpServletRequest http, HttpServletResponse response) {
        boolean token = http.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Portico\"" + (token ? ", error=\"invalid_token\"" : ""));
        return new Told(401, token ? "Illegal token" : "Missing credentials");
    }

    private static Told refused(Refusal refusal, HttpServletResponse response) {
        return switch (refusal) {
            case Refusal.NotFound any -> new Told(404, refusal.reason());
            case Refusal.InvalidInput any -> new Told(400, refusal.reason());
            case Refusal.Conflict any -> new Told(409, refusal.reason());
            case Refusal.Forbidden any -> new Told(403, refusal.reason());
            case Refusal.TooMany many -> later(429, many, response);
            case Refusal.Unavailable away -> later(503, away, response);
        };
    }

    private static Told later(int status, Refusal.Later refusal, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds());
        return new Told(status, refusal.reason());
    }

    private static Told failed(Exception failure, HttpServletResponse response) {
        Optional<Refusal.Unavailable> away = DatabaseAway.refusal(failure);
        if (away.isPresent()) {
            log.warn("The database does not answer: {}", failure.getMessage());
            return refused(away.get(), response);
        }
        @Nullable String known = MDC.get(Audit.REQUEST);
        String reference = known == null ? Ids.next().toString() : known;
        log.error("A request failed, reference {}", reference, failure);
        return new Told(
                500, "Portico failed at this. An admin finds the cause in the log under the reference " + reference);
    }

    /// What a client is told.
    private record Told(int status, String message) {}
}
