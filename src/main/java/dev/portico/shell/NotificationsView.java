package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.Readers;
import dev.portico.access.RequiresSignIn;
import dev.portico.look.Actions;
import dev.portico.look.EmptyState;
import dev.portico.look.Page;
import dev.portico.look.SegmentLinks;
import dev.portico.look.Symbol;
import dev.portico.look.Toolbar;
import dev.portico.look.Words;
import dev.portico.notifications.Notification;
import dev.portico.notifications.NotificationNews;
import dev.portico.notifications.NotificationSettings;
import dev.portico.notifications.Notifications;
import java.util.ArrayList;
import java.util.List;

/// One's inbox: all of it or what is not read, newest first, and more of it on demand.
@Route(NotificationsView.PATH)
@PageTitle("Notifications · Portico")
@RequiresSignIn
final class NotificationsView extends Page implements BeforeEnterObserver {

    static final String PATH = "notifications";

    private static final String UNREAD = PATH + "?show=unread";
    private static final int STEP = 50;

    private final transient Notifications notifications;
    private final transient Readers readers;
    private final long days;
    private boolean unread;
    private int shown = STEP;

    NotificationsView(
            Notifications notifications, NotificationNews news, Readers readers, NotificationSettings settings) {
        this.notifications = notifications;
        this.readers = readers;
        this.days = settings.keep().toDays();
        style("narrow");
        InboxWatch.of(this, news, readers, this::renew);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        unread = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .filter("unread"::equals)
                .isPresent();
        shown = STEP;
        renew();
    }

    private void renew() {
        long waiting = notifications.unread(readers.current());
        header().title("Notifications").count(waiting == 0 ? "All read" : Words.number(waiting) + " unread");
        header().actions(waiting == 0 ? List.of(new Div()) : List.of(readAll()));
        SegmentLinks which =
                new SegmentLinks("Which").form("All", PATH, !unread).form("Unread", UNREAD, unread);
        Toolbar toolbar = new Toolbar(which);
        toolbar.addClassName("flush");
        List<Notification> some = notifications.list(readers.current(), unread, null, shown + 1);
        show(toolbar, some.isEmpty() ? none() : rows(some));
    }

    private Component readAll() {
        return Actions.plain("Mark all read", Symbol.CHECK, () -> {
            notifications.markAllRead(readers.current());
            renew();
        });
    }

    private Component rows(List<Notification> some) {
        UnorderedList rows = new UnorderedList();
        rows.addClassNames("card", "notices");
        some.stream()
                .limit(shown)
                .forEach(notification -> rows.add(new NotificationRow(notification, read -> {
                    notifications.mark(readers.current(), notification.id(), read);
                    renew();
                })));
        List<Component> parts = new ArrayList<>(List.of(rows));
        if (some.size() > shown && shown + STEP < Notifications.LONGEST_LIST) {
            parts.add(Actions.plain("Show older", Symbol.ARROW_DOWN, () -> {
                shown += STEP;
                renew();
            }));
        }
        Div list = new Div();
        list.add(parts);
        list.addClassName("col");
        return list;
    }

    private EmptyState none() {
        return unread
                ? new EmptyState("All read", "Nothing waits for you. What you have read stays for " + days + " days.")
                        .actions(new Anchor(PATH, "Show all"))
                : new EmptyState(
                                "No notifications",
                                "What you ask for, what is decided about it and what waits for you appears here, and stays"
                                        + " for " + days + " days.")
                        .actions(Actions.link("See what you may do", "me/access"));
    }
}
