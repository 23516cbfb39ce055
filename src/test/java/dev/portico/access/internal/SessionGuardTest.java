package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.access.AccessSettings;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

@PorticoTest
final class SessionGuardTest {

    private static final Duration IDLE = Duration.ofMinutes(60);
    private static final Duration ABSOLUTE = Duration.ofHours(12);
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    @Autowired
    private AccountReaders readers;

    @Autowired
    private SecurityContextHolderStrategy contexts;

    @Autowired
    private Accounts accounts;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private MockHttpSession session = new MockHttpSession();
    private SessionGuard guard;
    private SignedIn signedIn;

    @BeforeEach
    void sign_in() {
        AccountSummary account = TestAccounts.make(accounts);
        session = new MockHttpSession();
        signedIn = new SignedIn(account.id(), account.name(), 0, START, UUID.randomUUID());
        guard = new SessionGuard(
                readers,
                (session, request) -> {},
                session -> {},
                contexts,
                new AccessSettings.Session(IDLE, ABSOLUTE),
                request -> "heartbeat".equals(request.getQueryString()),
                now::get);
    }

    @Test
    void a_session_in_which_something_is_done_lives_until_it_is_too_old() throws Exception {
        for (int minutes = 0; minutes <= 12 * 60; minutes += 50) {
            assertThat(livesAfter(Duration.ofMinutes(minutes), ""))
                    .as(minutes + " min")
                    .isTrue();
        }
        assertThat(livesAfter(ABSOLUTE.plusSeconds(1), "")).isFalse();
    }

    @Test
    void a_session_in_which_nothing_is_done_ends() throws Exception {
        assertThat(livesAfter(Duration.ZERO, "")).isTrue();
        assertThat(livesAfter(IDLE.plusSeconds(1), "")).isFalse();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void what_a_forgotten_page_does_by_itself_keeps_no_session_alive() throws Exception {
        assertThat(livesAfter(Duration.ZERO, "")).isTrue();
        for (int minutes = 5; minutes <= 60; minutes += 5) {
            assertThat(livesAfter(Duration.ofMinutes(minutes), "heartbeat")).isTrue();
        }
        assertThat(livesAfter(Duration.ofMinutes(65), "heartbeat")).isFalse();
    }

    private boolean livesAfter(Duration time, String query) throws Exception {
        now.set(START.plus(time));
        SecurityContext context = contexts.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
        contexts.setContext(context);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setQueryString(query);
        request.setSession(session);
        try {
            guard.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
            return contexts.getContext().getAuthentication() != null;
        } finally {
            contexts.clearContext();
        }
    }
}
