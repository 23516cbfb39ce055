package dev.portico.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.access.RequiresPermission;
import jakarta.servlet.http.HttpServletResponse;

/// The reader may not open the page. Names the permission, so that an admin knows what to grant.
@ParentLayout(MainFrame.class)
@PageTitle("No right · Portico")
@AnonymousAllowed
final class NoRightView extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    private final transient Lacks lacks;

    NoRightView(Lacks lacks) {
        this.lacks = lacks;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        String permission = RouteConfiguration.forApplicationScope()
                .getRoute(event.getLocation().getPath())
                .map(view -> view.getAnnotation(RequiresPermission.class))
                .map(RequiresPermission::value)
                .orElse("");
        noRight(lacks.of(permission));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
