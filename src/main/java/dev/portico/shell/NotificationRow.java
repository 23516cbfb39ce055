package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.look.Actions;
import dev.portico.look.Icon;
import dev.portico.look.RelativeTime;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.notifications.Notification;
import java.util.function.Consumer;

/// One notification: what happened, what else there is to know, when, and whether it was read. Following its link reads
/// it.
@Tag("li")
final class NotificationRow extends HtmlContainer {

    /// @param mark told with whether it is to be read from now on
    NotificationRow(Notification notification, Consumer<Boolean> mark) {
        addClassName("notice");
        setClassName("unread", !notification.read());
        Icon sign = new Icon(notification.kind().startsWith("access.") ? Symbol.KEY_ROUND : Symbol.BELL);
        Div words = new Div(title(notification, mark));
        words.addClassNames("col", "tight", "grow");
        if (!notification.text().isEmpty()) {
            words.add(Text.second(notification.text()).styled("small"));
        }
        Div foot = new Div(new RelativeTime(notification.sentAt()));
        foot.addClassNames("hint", "small");
        words.add(foot);
        String word = notification.read() ? "Mark as unread" : "Mark as read";
        add(
                sign,
                words,
                Actions.sign(
                        notification.read() ? Symbol.CIRCLE_DASHED : Symbol.CHECK,
                        word + ": " + notification.title(),
                        () -> mark.accept(!notification.read())));
    }

    private static Component title(Notification notification, Consumer<Boolean> mark) {
        Span words = new Span(notification.title());
        Span state = Text.unseen(notification.read() ? "" : "Unread: ");
        if (notification.link().isEmpty()) {
            Span title = new Span(state, words);
            title.addClassName("name");
            return title;
        }
        Anchor link = new Anchor(notification.link());
        link.add(state, words);
        link.addClassName("name");
        if (!notification.read()) {
            link.getElement().addEventListener("click", followed -> mark.accept(true));
        }
        return link;
    }
}
