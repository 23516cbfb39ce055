package dev.portico.access.internal;

import dev.portico.access.Readers;
import dev.portico.kernel.Reader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leads whoever is signed in past the sign-in page, to the start.
final class AlreadySignedIn extends OncePerRequestFilter {

    private static final RequestMatcher PAGE =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/login");

    private final Readers readers;

    AlreadySignedIn(Readers readers) {
        this.readers = readers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PAGE.matches(request) && !readers.current().equals(Reader.anonymous())) {
            response.sendRedirect(request.getContextPath() + "/");
        } else {
            chain.doFilter(request, response);
        }
    }
}
