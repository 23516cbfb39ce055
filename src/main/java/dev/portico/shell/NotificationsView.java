package dev.portico.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
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
import dev.portico.look.LiveUpdates;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One's inbox: all of it or what is not read, newest first, and more of it on demand.
@Route(NotificationsView.PATH)
@PageTitle("Notifications · Portico")
@RequiresSignIn
final class NotificationsView extends Page implements BeforeEnterObserver {

    static final String PATH = "notifications";

    private static final String UNREAD = PATH + "?show=unread";
    private static final int STEP = 50;

    private final transient Notifications notifications;
    private final transient NotificationNews news;
    private final transient Readers readers;
    private final long days;
    private transient @Nullable LiveUpdates updates;
    private transient NotificationNews.@Nullable Watch watch;
    private boolean unread;
    private int shown = STEP;

    NotificationsView(
            Notifications notifications, NotificationNews news, Readers readers, NotificationSettings settings) {
        this.notifications = notifications;
        this.news = news;
        this.readers = readers;
        this.days = settings.keep().toDays();
        style("narrow");
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

    @Override
    protected void onAttach(AttachEvent attached) {
        @Nullable UUID account = readers.current().account();
        if (account != null) {
            LiveUpdates live = new LiveUpdates(attached.getUI(), changes -> renew());
            updates = live;
            watch = news.inbox(account, () -> live.changed(List.of("inbox")));
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (updates != null) {
            updates.close();
        }
        if (watch != null) {
            news.end(watch);
        }
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
