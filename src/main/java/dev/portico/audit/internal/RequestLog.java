package dev.portico.audit.internal;

import dev.portico.audit.Audit;
import dev.portico.kernel.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives each request an id and writes one line about it.
///
/// The id is the caller's `X-Request-Id` where that is 8 to 64 letters, digits, dots, dashes or underscores, and a new
/// one else. It goes back in the answer, and into the log and the audit rows of everything that the request does. The
/// line names method, path, status, time and reader; neither the query nor anything else that may hold a secret.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class RequestLog extends OncePerRequestFilter {

    /// The key of the reader's name in the logging context.
    static final String READER = "reader";

    private static final Logger log = LoggerFactory.getLogger("dev.portico.requests");
    private static final String HEADER = "X-Request-Id";
    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;
    private static final int LONGEST_PATH = 300;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request.getHeader(HEADER));
        long begun = System.nanoTime();
        MDC.put(Audit.REQUEST, id);
        // For what answers once this filter is through: the server's own pages of errors.
        request.setAttribute(Audit.REQUEST, id);
        response.setHeader(HEADER, id);
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            write(request, answered ? response.getStatus() : 500, System.nanoTime() - begun);
            MDC.remove(READER);
            MDC.remove(Audit.REQUEST);
        }
    }

    private static void write(HttpServletRequest request, int status, long nanos) {
        String path = path(request.getRequestURI());
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        @Nullable String reader = MDC.get(READER);
        log.atLevel(isNoise(path) ? Level.DEBUG : Level.INFO)
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", path)
                .addKeyValue("status", status)
                .addKeyValue("millis", millis)
                .log("{} {} {} {} ms {}", request.getMethod(), path, status, millis, reader == null ? "-" : reader);
    }

    /// Files of the browser's code and the questions of load balancers.
    private static boolean isNoise(String path) {
        return path.startsWith("/VAADIN/") || path.startsWith("/actuator/health");
    }

    /// The path without its parameters, which may name a session, cut to a length, and on one line.
    static String path(String uri) {
        StringBuilder path = new StringBuilder();
        boolean parameter = false;
        for (int i = 0; i < uri.length() && path.length() < LONGEST_PATH; i++) {
            char character = uri.charAt(i);
            parameter = character == ';' || (parameter && character != '/');
            if (!parameter) {
                path.append(character < ' ' || character > '~' ? '?' : character);
            }
        }
        return path.toString();
    }

    private static String id(@Nullable String offered) {
        boolean sane = offered != null
                && offered.length() >= SHORTEST
                && offered.length() <= LONGEST
                && offered.chars().allMatch(RequestLog::isPlain);
        return sane && offered != null ? offered : Ids.next().toString();
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_'
                || character == '.';
    }
}
