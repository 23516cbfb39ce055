package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import dev.portico.ScreenTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
final class FailureNoticesTest extends ScreenTest {

    @Test
    void a_failure_is_told_with_a_reference_that_the_log_knows(CapturedOutput log) {
        UI.getCurrent().navigate("catalog");

        FailureNotices.tell(new ErrorEvent(new IllegalStateException("no more steam")));
        roundTrip();

        assertThat(find(Notification.class).all()).hasSize(1);
        assertThat(log).contains("a screen failed").contains("no more steam");
    }

    @Test
    void somebody_who_left_while_a_page_was_sent_is_no_failure(CapturedOutput log) {
        UI.getCurrent().navigate("catalog");

        FailureNotices.tell(new ErrorEvent(new IOException("Broken pipe")));
        roundTrip();

        assertThat(find(Notification.class).all()).isEmpty();
        assertThat(log).doesNotContain("a screen failed");
    }
}
