package dev.portico.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;

/// The page exists, but not the thing that it should show; or the reader may not know that it does.
@ParentLayout(MainFrame.class)
@PageTitle("Not found · Portico")
@AnonymousAllowed
final class UnknownThingView extends ErrorPage implements HasErrorParameter<Refusal.NotFound> {

    private final transient Nearest nearest;

    UnknownThingView(Nearest nearest) {
        this.nearest = nearest;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal.NotFound> error) {
        notFound(error.getException().reason(), nearest.to(event.getLocation().getPath()));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
