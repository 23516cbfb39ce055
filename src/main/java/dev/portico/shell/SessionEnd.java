package dev.portico.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/// What a page says when its session is gone. It stays as it is, with what was typed in it, until the reader signs in
/// again; `shell.js` keeps the typed text meanwhile and puts it back at the same address.
@Component
final class SessionEnd implements VaadinServiceInitListener {

    private static final String SIGNED_OUT = "You were signed out";
    private static final String WHY =
            "Your session ended, or Portico was restarted. Sign in again: what you typed on this page is kept.";

    /// A page learns of its session's end as it connects again, since the end cuts its connection. It would wait five
    /// seconds for that.
    private static final String RECONNECT_MILLIS = "1000";

    private static final CustomizedSystemMessages MESSAGES = messages();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(asked -> MESSAGES);
        event.getSource()
                .addUIInitListener(begun ->
                        begun.getUI().getPushConfiguration().setParameter("reconnectInterval", RECONNECT_MILLIS));
    }

    /// Says what is so while the server does not answer.
    static void explain(UI ui) {
        ReconnectDialogConfiguration connection = ui.getReconnectDialogConfiguration();
        connection.setDialogText("Portico does not answer. Your text stays here; trying again…");
        connection.setDialogTextGaveUp("Portico does not answer. Your text stays here; reload the page later.");
    }

    private static CustomizedSystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(SIGNED_OUT);
        messages.setSessionExpiredMessage(WHY);
        messages.setInternalErrorCaption("Something failed");
        messages.setInternalErrorMessage("This page has lost touch with Portico. Reload it: what you typed is kept.");
        // A request without any cookie comes from a browser that has let go of the session.
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(SIGNED_OUT);
        messages.setCookiesDisabledMessage(WHY);
        return messages;
    }
}
