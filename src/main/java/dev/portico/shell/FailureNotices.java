package dev.portico.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.portico.kernel.Refusal;
import dev.portico.look.AskLink;
import dev.portico.look.Note;
import dev.portico.look.Reference;
import dev.portico.look.State;
import dev.portico.look.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/// What an action threw, said at the foot of the page: a refusal by its reason, anything else by a reference to the
/// log. The page stays as it is.
@Component
final class FailureNotices implements VaadinServiceInitListener {

    private static final int MILLIS = 10_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(FailureNotices::tell));
    }

    static void tell(ErrorEvent event) {
        @Nullable UI ui = UI.getCurrent();
        Throwable thrown = event.getThrowable();
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return; // nobody is there any more to be told, and nothing failed
        }
        if (thrown instanceof Refusal.Forbidden refusal) {
            show(ui, new Note(State.FAILED, refusal.reason()).actions(new AskLink(refusal)));
        } else if (thrown instanceof Refusal refusal) {
            show(ui, new Note(State.FAILED, refusal.reason()));
        } else {
            Text reference = Text.mono("Reference " + Reference.of(thrown)).styled("reference");
            show(ui, new Note(State.ERROR, "That did not work.").with(reference));
        }
    }

    private static void show(@Nullable UI ui, Note note) {
        if (ui == null) {
            return;
        }
        var _ = ui.access(() -> {
            Notification notice = new Notification(note);
            notice.setPosition(Notification.Position.BOTTOM_CENTER);
            notice.setDuration(MILLIS);
            notice.open();
        });
    }
}
