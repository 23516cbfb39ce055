package dev.portico.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@ExtendWith(OutputCaptureExtension.class)
final class ProblemsTest {

    @Test
    void each_refusal_has_its_status_its_code_and_its_reason() throws Exception {
        assertProblem(
                new Refusal.NotFound("source-unknown", "There is no source x"),
                404,
                "source-unknown",
                "There is no source x");
        assertProblem(new Refusal.InvalidInput("name", "The name is empty"), 400, "name", "The name is empty");
        assertProblem(new Refusal.Conflict("taken", "The name is taken"), 409, "taken", "The name is taken");
        assertProblem(new Refusal.TooMany("many", "Too many"), 429, "many", "Too many");
        assertProblem(new Refusal.Unavailable("away", "It is away"), 503, "away", "It is away");
        assertProblem(
                new OptimisticLockingFailureException("row"), 409, "changed-meanwhile", "Somebody else changed this");
    }

    @Test
    void a_missing_permission_is_named() throws Exception {
        MockHttpServletResponse answer = answer(() -> new Refusal.Forbidden("catalog.entity.read", "Jane lacks it."));

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString())
                .contains(
                        "\"type\":\"urn:portico:problem:forbidden\"",
                        "\"permission\":\"catalog.entity.read\"",
                        "\"request\":");
    }

    @Test
    void whoever_may_try_again_is_told_when() throws Exception {
        assertThat(answer(() -> new Refusal.TooMany("many", "Too many", Duration.ofSeconds(90)))
                        .getHeader("Retry-After"))
                .isEqualTo("90");
        assertThat(answer(() -> new Refusal.Unavailable("away", "It is away")).getHeader("Retry-After"))
                .isEqualTo("5");
    }

    @Test
    void an_error_of_its_own_shows_a_reference_that_the_log_has_and_nothing_else(CapturedOutput log) throws Exception {
        MockHttpServletResponse answer = answer(() -> new IllegalStateException("canary of the inside"));

        String body = answer.getContentAsString();
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(body).doesNotContain("canary", "IllegalState", "dev.portico", "\tat ");
        String reference = body.substring(body.indexOf("\"request\":\"") + 11, body.indexOf("\"request\":\"") + 47);
        assertThat(body).contains("reference " + reference);
        assertThat(log.getAll()).contains(reference, "canary of the inside");
    }

    @Test
    void a_database_that_is_away_is_told_from_an_error() throws Exception {
        MockHttpServletResponse answer = answer(() ->
                new DataAccessResourceFailureException("canary", new SQLException("connection refused", "08001")));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(answer.getContentAsString()).contains("database-away").doesNotContain("canary");
    }

    private static void assertProblem(RuntimeException failure, int status, String code, String detail)
            throws Exception {
        MockHttpServletResponse answer = answer(() -> failure);

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString())
                .contains("\"code\":\"" + code + "\"", detail, "\"status\":" + status, "\"title\":");
    }

    private static MockHttpServletResponse answer(Supplier<RuntimeException> failure) throws Exception {
        MockMvc mvc = MockMvcBuilders.standaloneSetup(new Failing(failure))
                .setControllerAdvice(new Problems(Reader::anonymous))
                .build();
        return mvc.perform(get("/fails")).andReturn().getResponse();
    }

    /// Known to the test alone; a portal that happens to see the tests on its class path leaves it out.
    @Profile("never")
    @RestController
    record Failing(Supplier<RuntimeException> failure) {
        @GetMapping("/fails")
        String fails() {
            throw failure.get();
        }
    }
}
