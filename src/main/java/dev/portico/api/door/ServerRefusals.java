package dev.portico.api.door;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what the web server refuses by itself, before the application is asked or after it failed to answer.
final class ServerRefusals extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ServerRefusals.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (!open.get()) {
            return;
        }
        EarlyAnswer answer =
                new EarlyAnswer(status, RefusalWords.title(status), "refused-" + status, RefusalWords.detail(status));
        try {
            answer.head(request, response);
            response.setCharacterEncoding("utf-8");
            @Nullable Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(answer.text(request));
                response.finishResponse();
            }
        } catch (IOException gone) {
            log.debug("Nobody took the answer: {}", gone.toString());
        }
    }
}
