package dev.portico.api.admission;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Sends each request for REST through the gate, before any other filter.
final class AdmissionFilter implements Filter {

    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;
    private static final Duration ALMOST_A_SECOND = Duration.ofNanos(999_999_999);
    private static final int LONGEST_RETURN_SECONDS = 3;

    private final Gate gate;
    private final Rates rates;
    private final Delay delay;
    private final Tally tally;
    private final Recent<Boolean> counting = new Recent<>();

    AdmissionFilter(Gate gate, Rates rates, Delay delay, Tally tally) {
        this.gate = gate;
        this.rates = rates;
        this.delay = delay;
        this.tally = tally;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        @Nullable String authorization = http.getHeader(HttpHeaders.AUTHORIZATION);
        @Nullable Client token = authorization == null ? null : Client.ofToken(authorization);
        boolean counts = token != null && counting.find(token) != null;
        Client client = token != null && counts ? token : Client.ofAddress(http.getRemoteAddr());

        Duration wait = rates.count(client);
        if (wait.isPositive()) {
            turnAway(
                    TurnedAway.TOO_FAST,
                    http,
                    answer,
                    wait.plus(ALMOST_A_SECOND).toSeconds());
            return;
        }
        switch (gate.enter(client)) {
            case FULL -> {
                delay.pass();
                turnAway(TurnedAway.TOO_MUCH, http, answer, soon());
            }
            case LATE -> turnAway(TurnedAway.OVERLOADED, http, answer, soon());
            case IN -> {
                tally.admitted();
                try {
                    chain.doFilter(request, response);
                } finally {
                    gate.leave(client);
                }
                if (token != null && !counts && shownToCount(answer.getStatus())) {
                    counting.value(token, () -> true);
                }
            }
        }
    }

    /// An error of the portal's own says nothing of the token.
    private static boolean shownToCount(int status) {
        return status != UNAUTHORIZED && status < SERVER_ERROR;
    }

    /// Not the same for all, so that they do not come back at the same moment.
    private static long soon() {
        return 1 + ThreadLocalRandom.current().nextLong(LONGEST_RETURN_SECONDS);
    }

    private void turnAway(TurnedAway how, HttpServletRequest http, HttpServletResponse answer, long seconds)
            throws IOException {
        tally.turnedAway(how);
        how.answer(http, answer, seconds);
    }
}
