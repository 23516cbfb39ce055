package dev.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.audit.Audit;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
final class ErrorsOutsideTest {

    private final ErrorsOutside errors = new ErrorsOutside();

    @Test
    void a_failure_of_a_filter_is_in_the_log_with_its_cause_under_the_reference_shown(CapturedOutput log) {
        MockHttpServletRequest request = failed(500);
        request.setAttribute(Audit.REQUEST, "request-17-of-the-test");
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IOException("the disk of the test"));

        assertThat(String.valueOf(
                        errors.error(request, new MockHttpServletResponse()).getBody()))
                .contains("request-17-of-the-test");
        assertThat(log).contains("reference request-17-of-the-test", "the disk of the test");
    }

    @Test
    void what_was_refused_before_anybody_gave_it_an_id_is_in_the_log_under_the_new_one(CapturedOutput log) {
        String page = String.valueOf(
                errors.error(failed(414), new MockHttpServletResponse()).getBody());

        String reference = page.substring(page.indexOf("Reference: ") + "Reference: ".length());
        assertThat(log).contains("answered 414", "reference " + reference.substring(0, reference.indexOf('<')));
    }

    private static MockHttpServletRequest failed(int status) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere");
        return request;
    }
}
