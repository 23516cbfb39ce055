package dev.portico.access.internal;

import dev.portico.kernel.Reader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs in requests that bring `Authorization: Bearer …`. A request with any other or a wrong `Authorization` is
/// refused: it never falls back to a session, so that the CSRF check may be left out wherever the header is present.
final class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";

    private final TokenReaders tokens;
    private final SecurityContextHolderStrategy contexts;
    private final AuthenticationEntryPoint refused;

    TokenFilter(TokenReaders tokens, SecurityContextHolderStrategy contexts, AuthenticationEntryPoint refused) {
        this.tokens = tokens;
        this.contexts = contexts;
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        String text = bearer ? header.substring(BEARER.length()).strip() : "";
        Optional<Reader> reader = bearer ? tokens.reader(text) : Optional.empty();
        if (reader.isEmpty()) {
            AuthenticationException unknown = new BadCredentialsException(
                    "The token in the Authorization header is unknown, revoked or over; send Bearer and a token that"
                            + " counts");
            refused.commence(request, response, unknown);
            return;
        }
        SecurityContext context = contexts.createEmptyContext();
        context.setAuthentication(new TokenAuthentication(reader.get(), () -> tokens.reader(text)));
        contexts.setContext(context);
        chain.doFilter(request, response);
    }
}
