package dev.portico.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.kernel.Refusal;
import dev.portico.look.EmptyState;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The page exists, but not the thing that it should show; or the reader may not know that it does.
@ParentLayout(MainFrame.class)
@PageTitle("Not found · Portico")
@AnonymousAllowed
final class UnknownThingView extends ErrorPage implements HasErrorParameter<Refusal.NotFound> {

    /// Where an entity's address says what.
    private static final int NAMESPACE = 1;

    private static final int KIND = 2;
    private static final int NAME = 3;

    private final transient Nearest nearest;

    UnknownThingView(Nearest nearest) {
        this.nearest = nearest;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal.NotFound> error) {
        EmptyState empty = notFound(
                error.getException().reason(), nearest.to(event.getLocation().getPath()));
        List<String> steps = event.getLocation().getSegments();
        if (error.getException().code().equals("entity-unknown") && steps.size() > NAME) {
            String ref = steps.get(KIND) + ':' + steps.get(NAMESPACE) + '/' + steps.get(NAME);
            empty.foot(
                    new Span("Expected it here? "),
                    new Anchor(
                            "catalog/missing?what=" + URLEncoder.encode(ref, StandardCharsets.UTF_8),
                            "Why is my entity missing?"));
        }
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
