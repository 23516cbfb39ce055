package dev.portico.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/// No page has that address.
@ParentLayout(MainFrame.class)
@PageTitle("Not found · Portico")
@AnonymousAllowed
final class NotFoundView extends ErrorPage implements HasErrorParameter<NotFoundException> {

    private final transient Nearest nearest;

    NotFoundView(Nearest nearest) {
        this.nearest = nearest;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        String path = event.getLocation().getPath();
        notFound("Portico has no page at /" + path + ". It may have moved, or the link has a slip.", nearest.to(path));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
