package dev.portico.access.internal;

import dev.portico.access.AccessSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends sessions: those in which nothing was done for too long, those that are too old, those that were ended by
/// themselves, and those whose account was disabled or signed out everywhere. A request of an ended session goes on
/// as an anonymous one.
final class SessionGuard extends OncePerRequestFilter {

    private static final String KNOWN = SessionGuard.class.getName() + ".known";
    private static final String LAST_DONE = SessionGuard.class.getName() + ".lastDone";

    private final AccountReaders accounts;
    private final BiConsumer<SignedIn, HttpServletRequest> begun;
    private final Consumer<UUID> over;
    private final SecurityContextHolderStrategy contexts;
    private final AccessSettings.Session limits;
    private final RequestMatcher automatic;
    private final InstantSource clock;

    /// @param begun     told of each session at its first request
    /// @param over      told of a session in whose place somebody signed in once more
    /// @param automatic the requests that a page makes by itself, such as its heartbeat: they keep no session alive
    SessionGuard(
            AccountReaders accounts,
            BiConsumer<SignedIn, HttpServletRequest> begun,
            Consumer<UUID> over,
            SecurityContextHolderStrategy contexts,
            AccessSettings.Session limits,
            RequestMatcher automatic,
            InstantSource clock) {
        this.accounts = accounts;
        this.begun = begun;
        this.over = over;
        this.contexts = contexts;
        this.limits = limits;
        this.automatic = automatic;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = contexts.getContext().getAuthentication();
        @Nullable HttpSession session = request.getSession(false);
        if (session != null
                && authentication != null
                && authentication.getPrincipal() instanceof HoldsAccount principal) {
            if (isOver(session, principal.signedIn())
                    || accounts.reader(principal.signedIn()).isEmpty()) {
                session.invalidate();
                contexts.clearContext();
            } else {
                know(session, principal.signedIn(), request);
                if (!automatic.matches(request)) {
                    session.setAttribute(LAST_DONE, clock.instant());
                    session.setMaxInactiveInterval(Math.toIntExact(limits.idle().toSeconds()));
                }
            }
        }
        chain.doFilter(request, response);
    }

    /// The container keeps its session, and what is in it, where somebody signs in who is signed in already.
    private void know(HttpSession session, SignedIn signedIn, HttpServletRequest request) {
        Object known = session.getAttribute(KNOWN);
        if (signedIn.session().equals(known)) {
            return;
        }
        session.setAttribute(KNOWN, signedIn.session());
        if (known instanceof UUID former) {
            over.accept(former);
        }
        begun.accept(signedIn, request);
    }

    private boolean isOver(HttpSession session, SignedIn signedIn) {
        Instant now = clock.instant();
        Instant lastDone = session.getAttribute(LAST_DONE) instanceof Instant instant ? instant : signedIn.since();
        return now.isAfter(signedIn.since().plus(limits.absolute())) || now.isAfter(lastDone.plus(limits.idle()));
    }
}
