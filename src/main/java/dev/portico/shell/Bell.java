package dev.portico.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.access.Readers;
import dev.portico.look.Actions;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.notifications.Notification;
import dev.portico.notifications.NotificationNews;
import dev.portico.notifications.Notifications;
import java.util.List;

/// How much there is that one has not read, and the latest of it in a list below. The browser opens and closes the list
/// by itself; it is read when it opens.
@Tag("div")
final class Bell extends HtmlContainer {

    private static final String LIST = "bell-list";
    private static final int LATEST = 8;
    private static final int MOST = 99;

    private final transient Notifications notifications;
    private final transient Readers readers;
    private final NativeButton button = new NativeButton();
    private final Span count = new Span();
    private final Span said = new Span();
    private final Div list = new Div();
    private boolean open;

    Bell(Notifications notifications, NotificationNews news, Readers readers) {
        this.notifications = notifications;
        this.readers = readers;
        addClassName("bell");
        count.addClassName("n");
        count.getElement().setAttribute("aria-hidden", "true");
        said.addClassName("for-screen-readers");
        said.getElement().setAttribute("role", "status");
        button.add(new Icon(Symbol.BELL), count);
        button.getElement().setAttribute("popovertarget", LIST).setAttribute("type", "button");
        list.setId(LIST);
        list.addClassName("bell-list");
        list.getElement()
                .setAttribute("popover", "auto")
                .setAttribute("role", "dialog")
                .setAttribute("aria-label", "Notifications");
        list.getElement()
                .addEventListener(
                        "toggle",
                        toggled -> show("open"
                                .equals(toggled.getEventData()
                                        .path("event.newState")
                                        .asString(""))))
                .addEventData("event.newState");
        add(button, said, list);
        InboxWatch.of(this, news, readers, this::renew);
        count();
    }

    private void renew() {
        count();
        if (open) {
            show(true);
        }
    }

    private void count() {
        long unread = notifications.unread(readers.current());
        String words = unread == 0 ? "none unread" : unread + " unread";
        String before = count.getText();
        count.setText(unread > MOST ? MOST + "+" : String.valueOf(unread));
        count.setVisible(unread > 0);
        button.getElement().setAttribute("aria-label", "Notifications, " + words);
        button.getElement().setAttribute("title", "Notifications");
        if (!before.isEmpty() && !before.equals(count.getText())) {
            said.setText("Notifications: " + words);
        }
    }

    /// Shows the latest, or nothing while the list is closed.
    void show(boolean opened) {
        open = opened;
        list.removeAll();
        if (!opened) {
            return;
        }
        List<Notification> latest = notifications.list(readers.current(), false, null, LATEST);
        Div head = new Div(new H2("Notifications"));
        head.addClassName("head");
        if (latest.stream().anyMatch(notification -> !notification.read())) {
            head.add(Actions.quiet("Mark all read", () -> {
                notifications.markAllRead(readers.current());
                renew();
            }));
        }
        list.add(head);
        if (latest.isEmpty()) {
            Div none = new Div(Text.second("Nothing yet. What you ask for and what waits for you appears here."));
            none.addClassName("none");
            list.add(none);
        } else {
            UnorderedList rows = new UnorderedList();
            latest.forEach(notification -> rows.add(new NotificationRow(notification, read -> {
                notifications.mark(readers.current(), notification.id(), read);
                renew();
            })));
            list.add(rows);
        }
        Anchor all = new Anchor(NotificationsView.PATH, "All notifications");
        all.getElement().addEventListener("click", left -> list.getElement().executeJs("this.hidePopover()"));
        Div foot = new Div(all);
        foot.addClassName("foot");
        list.add(foot);
    }
}
