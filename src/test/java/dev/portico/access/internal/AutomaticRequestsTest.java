package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/// What pages send, sent through the real chain of filters, and what it does to the moment of the session's last use.
@PorticoTest
final class AutomaticRequestsTest {

    private static final String LAST_DONE = SessionGuard.class.getName() + ".lastDone";
    private final Instant before = Instant.now().minus(Duration.ofMinutes(5));

    @Autowired
    private FilterChainProxy filters;

    @Autowired
    private Accounts accounts;

    private MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void sign_in() {
        AccountSummary account = TestAccounts.make(accounts);
        SignedIn signedIn = new SignedIn(account.id(), account.name(), 0, before, Ids.next());
        session = new MockHttpSession();
        session.setAttribute(LAST_DONE, before);
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of())));
    }

    @Test
    void what_a_person_does_on_a_page_keeps_the_session() throws Exception {
        assertThat(useAfter("v-r=uidl&v-uiId=0", events("click"))).isAfter(before);
        assertThat(useAfter("v-r=uidl&v-uiId=0", events("ui-poll", "click"))).isAfter(before);
        assertThat(useAfter("v-r=uidl&v-uiId=0", "{\"rpc\":[]}")).isAfter(before);
    }

    @Test
    void polls_heartbeats_and_the_connection_for_pushing_do_not() throws Exception {
        assertThat(useAfter("v-r=uidl&v-uiId=0", events("ui-poll"))).isEqualTo(before);
        assertThat(useAfter("v-r=heartbeat&v-uiId=0", "")).isEqualTo(before);
        assertThat(useAfter("v-r=push&v-uiId=0&X-Atmosphere-Transport=websocket", ""))
                .isEqualTo(before);
    }

    @Test
    void what_was_looked_into_is_read_again_by_who_comes_after() throws Exception {
        AtomicReference<String> read = new AtomicReference<>("");
        MockHttpServletRequest request = request("v-r=uidl&v-uiId=0", events("ui-poll"));
        filters.doFilter(
                request,
                new MockHttpServletResponse(),
                (last, response) -> read.set(last.getReader().readLine()));
        assertThat(read).hasValue(events("ui-poll"));
    }

    private Instant useAfter(String query, String content) throws Exception {
        session.setAttribute(LAST_DONE, before);
        filters.doFilter(request(query, content), new MockHttpServletResponse(), (request, response) -> {});
        assertThat(session.isInvalid()).isFalse();
        return (Instant) Objects.requireNonNull(session.getAttribute(LAST_DONE));
    }

    private MockHttpServletRequest request(String query, String content) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setServletPath("/");
        request.setQueryString(query);
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            request.addParameter(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        request.setContent(content.getBytes(StandardCharsets.UTF_8));
        request.setContentType("application/json");
        request.setSession(session);
        return request;
    }

    private static String events(String... names) {
        StringBuilder events = new StringBuilder();
        for (String name : names) {
            events.append(events.isEmpty() ? "" : ",")
                    .append("{\"type\":\"event\",\"node\":1,\"event\":\"")
                    .append(name)
                    .append("\",\"data\":{}}");
        }
        return "{\"csrfToken\":\"x\",\"rpc\":[" + events + "],\"syncId\":1,\"clientId\":1}";
    }
}
