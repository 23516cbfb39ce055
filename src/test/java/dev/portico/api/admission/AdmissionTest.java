package dev.portico.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@PorticoTest
class AdmissionTest {

    private static final int UNAUTHORIZED = 401;

    private final TestPortal portal;
    private final Gate gate;
    private int held;

    @Autowired
    AdmissionTest(ApplicationContext context, Gate gate) {
        this.portal = TestPortal.of(context);
        this.gate = gate;
    }

    @AfterEach
    void free_the_places() {
        while (held > 0) {
            gate.leave(holder(--held));
        }
    }

    @Test
    void when_all_places_are_taken_programs_are_asked_to_come_back_and_all_else_is_served() throws Exception {
        takeAllPlaces();

        HttpResponse<String> answer = portal.call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/me", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 3L);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains(
                        "\"type\":\"urn:portico:problem:overloaded\"", "\"status\":503", "\"detail\":\"The portal is");

        assertThat(portal.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(portal.get("/login").statusCode()).isEqualTo(200);

        free_the_places();
        assertThat(portal.call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/me", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void clients_of_backstage_are_told_in_their_own_shape() throws Exception {
        takeAllPlaces();

        HttpResponse<String> answer = portal.call(TestPortal.ADMIN_TOKEN, "GET", "/api/catalog/entities", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"name\":\"ServiceUnavailableError\"", "\"url\":\"/entities\"");
    }

    @Test
    void a_client_that_fills_the_queue_is_told_to_ask_for_less() throws Exception {
        Gate full = new Gate(1, 0, Duration.ZERO);
        full.enter(holder(0));
        AdmissionFilter filter = new AdmissionFilter(
                full, new Rates(0, 1), new Delay(1, Duration.ofMillis(200)), new Tally(new SimpleMeterRegistry()));

        long asked = System.nanoTime();
        MockHttpServletResponse answer = new MockHttpServletResponse();
        filter.doFilter(request(""), answer, new MockFilterChain());
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .as("a refusal is kept back, so that the next question comes later")
                .isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(answer.getContentAsString()).contains("urn:portico:problem:too-much-at-once");
    }

    @Test
    void a_token_counts_for_itself_once_it_was_answered_and_a_made_up_one_for_its_address() throws Exception {
        AdmissionFilter filter = filter(new Rates(1, 2));

        assertThat(status(filter, "Bearer good", 200)).isEqualTo(200);
        assertThat(status(filter, "Bearer made-up-1", UNAUTHORIZED)).isEqualTo(UNAUTHORIZED);
        assertThat(status(filter, "Bearer made-up-2", UNAUTHORIZED))
                .as("a third request of the address")
                .isEqualTo(429);
        assertThat(status(filter, "Bearer good", 200)).isEqualTo(200);
        assertThat(status(filter, "Bearer good", 200)).isEqualTo(200);
        assertThat(status(filter, "Bearer good", 200))
                .as("a third of the token")
                .isEqualTo(429);
    }

    @Test
    void whoever_sends_too_fast_is_told_when_to_go_on() throws Exception {
        AdmissionFilter filter = filter(new Rates(1, 1));
        status(filter, "", 200);

        MockHttpServletResponse answer = new MockHttpServletResponse();
        filter.doFilter(request(""), answer, new MockFilterChain());
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getContentAsString()).contains("urn:portico:problem:rate-exceeded");
    }

    @Test
    void the_metrics_say_how_many_got_in() throws Exception {
        HttpResponse<String> metrics = portal.call(TestPortal.ADMIN_TOKEN, "GET", "/actuator/prometheus", "");
        assertThat(metrics.body())
                .contains(
                        "portico_api_requests_total{outcome=\"admitted\"}",
                        "portico_api_requests_total{outcome=\"overloaded\"}",
                        "portico_api_running",
                        "portico_api_waiting");
    }

    private static AdmissionFilter filter(Rates rates) {
        return new AdmissionFilter(
                new Gate(1, 0, Duration.ZERO),
                rates,
                new Delay(0, Duration.ZERO),
                new Tally(new SimpleMeterRegistry()));
    }

    private static int status(AdmissionFilter filter, String authorization, int status) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        filter.doFilter(request(authorization), answer, (request, response) -> answer.setStatus(status));
        return answer.getStatus();
    }

    private static MockHttpServletRequest request(String authorization) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/portico/me");
        if (!authorization.isEmpty()) {
            request.addHeader("Authorization", authorization);
        }
        return request;
    }

    private void takeAllPlaces() {
        while (gate.enter(holder(held)) == Gate.Entry.IN) {
            held++;
        }
    }

    private static Client holder(int number) {
        return Client.ofAddress("holder " + number);
    }
}
