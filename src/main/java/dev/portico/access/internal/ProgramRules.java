package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.PublicRoute;
import dev.portico.access.Readers;
import dev.portico.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// What holds for requests of programs before a controller sees them. Refusals become problem documents by the same
/// way as those of controllers.
@Component
final class ProgramRules {

    private static final RequestMatcher METRICS =
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/**");
    private static final RequestMatcher PROGRAMS =
            new OrRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher("/api/**"), METRICS);

    private final Access access;
    private final Readers readers;
    private final RefusedAttempts refused;
    private final HandlerExceptionResolver problems;
    private final SecurityContextHolderStrategy contexts;
    private final RequestMatcher open;

    ProgramRules(
            Access access,
            Readers readers,
            RefusedAttempts refused,
            List<PublicRoute> publicRoutes,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            SecurityContextHolderStrategy contexts) {
        this.access = access;
        this.readers = readers;
        this.refused = refused;
        this.problems = problems;
        this.contexts = contexts;
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        List<RequestMatcher> routes = publicRoutes.stream()
                .<RequestMatcher>map(route -> paths.matcher(HttpMethod.valueOf(route.method()), route.path()))
                .toList();
        this.open = routes.isEmpty() ? request -> false : new OrRequestMatcher(routes);
    }

    /// Requests of programs.
    RequestMatcher programs() {
        return PROGRAMS;
    }

    /// Requests of programs that say by a header who they are.
    boolean bringsAuthorization(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null && PROGRAMS.matches(request);
    }

    RequestMatcher open() {
        return open;
    }

    /// A request that a browser could be tricked into: one that changes something and is signed in by its cookie.
    boolean needsCsrfToken(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !open.matches(request);
    }

    AuthorizationManager<RequestAuthorizationContext> metrics() {
        return (authentication, context) -> new AuthorizationDecision(
                access.decide(readers.current(), AccessPermissions.READ_METRICS).allowed());
    }

    void signInFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            refused.add(RefusedAttempts.Kind.TOKEN, request.getRemoteAddr());
        }
        answer(request, response, refusal, HttpServletResponse.SC_UNAUTHORIZED);
    }

    /// The check against forgery comes before anybody asks who it is: whoever is nobody is to sign in, and has no use
    /// for a CSRF token.
    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            refused.add(RefusedAttempts.Kind.CSRF, "unknown", "", request.getRemoteAddr(), readers::current);
            if (contexts.getContext().getAuthentication() == null) {
                signInFirst(request, response, new InsufficientAuthenticationException("Nobody is signed in", refusal));
                return;
            }
        }
        answer(
                request,
                response,
                METRICS.matches(request) ? lacksMetrics() : refusal,
                HttpServletResponse.SC_FORBIDDEN);
    }

    private Refusal lacksMetrics() {
        String permission = AccessPermissions.READ_METRICS.name();
        return new Refusal.Forbidden(
                permission,
                readers.current().name() + " lacks the permission " + permission
                        + ". Ask an admin for a role that grants it.");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception refusal, int status)
            throws IOException {
        if (problems.resolveException(request, response, null, refusal) == null) {
            response.sendError(status);
        }
    }
}
