package dev.portico.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.look.Reference;
import jakarta.servlet.http.HttpServletResponse;

/// Whatever else was thrown: a bug. Shows a reference that leads to the log, and nothing of the cause.
@ParentLayout(MainFrame.class)
@PageTitle("Something failed · Portico")
@AnonymousAllowed
final class FailureView extends ErrorPage implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        failed(Reference.of(error.getException()));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
