package dev.portico.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.access.RequiresPermission;
import jakarta.servlet.http.HttpServletResponse;

/// The reader may not open the page. Names the permission, so that an admin knows what to grant.
@ParentLayout(MainFrame.class)
@PageTitle("No right · Portico")
@AnonymousAllowed
final class NoRightView extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        RequiresPermission required = event.getNavigationTarget().getAnnotation(RequiresPermission.class);
        noRight(event.getUI(), required == null ? "" : required.value());
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
