package dev.portico.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;

/// A front door refused the reader what the page would have shown.
@ParentLayout(MainFrame.class)
@PageTitle("No right · Portico")
@AnonymousAllowed
final class ForbiddenView extends ErrorPage implements HasErrorParameter<Refusal.Forbidden> {

    private final transient Lacks lacks;

    ForbiddenView(Lacks lacks) {
        this.lacks = lacks;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal.Forbidden> error) {
        noRight(lacks.of(error.getException()));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
