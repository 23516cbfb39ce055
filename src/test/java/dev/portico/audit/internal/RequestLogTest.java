package dev.portico.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PorticoTest
class RequestLogTest {

    private final TestPortal portal;
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.portico.requests");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final String probe = "/api/portico/probe-" + UUID.randomUUID();

    @Autowired
    RequestLogTest(ApplicationContext context) {
        this.portal = TestPortal.of(context);
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void a_request_leaves_one_line_with_an_id_that_its_answer_names() throws Exception {
        HttpResponse<String> answer = call(Map.of());
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        ILoggingEvent line = line();
        assertThat(line.getFormattedMessage()).startsWith("GET " + probe + " " + answer.statusCode() + " ");
        assertThat(line.getMDCPropertyMap()).containsEntry("request", id);
    }

    @Test
    void the_line_names_the_reader() throws Exception {
        call(Map.of("Authorization", "Bearer " + TestPortal.ADMIN_TOKEN));
        assertThat(line().getMDCPropertyMap().get("reader")).isNotBlank();
    }

    @Test
    void a_sane_id_of_the_caller_is_kept() throws Exception {
        HttpResponse<String> answer = call(Map.of("X-Request-Id", "Trace_17.a-b"));
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("Trace_17.a-b");
        assertThat(line().getMDCPropertyMap()).containsEntry("request", "Trace_17.a-b");
    }

    @Test
    void an_id_that_could_do_harm_is_replaced() throws Exception {
        for (String id : new String[] {"short", "x".repeat(65), "with spaces in it", "<script>alert(1)</script>"}) {
            assertThat(call(Map.of("X-Request-Id", id)).headers().firstValue("X-Request-Id"))
                    .isPresent()
                    .get()
                    .isNotEqualTo(id);
        }
    }

    @Test
    void what_may_hold_a_secret_is_not_in_the_line() throws Exception {
        portal.send("GET", probe + "?token=s3cret", "", Map.of());
        assertThat(line().getFormattedMessage()).doesNotContain("s3cret");
    }

    @Test
    void a_path_is_logged_without_parameters_and_on_one_line() {
        assertThat(RequestLog.path("/a;jsessionid=17/b;x=y")).isEqualTo("/a/b");
        assertThat(RequestLog.path("/a\r\nfaked line")).isEqualTo("/a??faked line");
        assertThat(RequestLog.path("/" + "a".repeat(1_000))).hasSize(300);
    }

    private HttpResponse<String> call(Map<String, String> headers) throws Exception {
        return portal.send("GET", probe, "", headers);
    }

    private ILoggingEvent line() throws Exception {
        Eventually.holds(Duration.ofSeconds(2), "a line about " + probe, () -> lines.list.stream()
                .anyMatch(line -> line.getFormattedMessage().contains(probe)));
        return lines.list.stream()
                .filter(line -> line.getFormattedMessage().contains(probe))
                .findFirst()
                .orElseThrow();
    }
}
