package dev.portico.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import dev.portico.access.Readers;
import dev.portico.look.LiveUpdates;
import dev.portico.notifications.NotificationNews;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Shows a part anew whenever the inbox of whoever looks at it has changed, as long as it is on the page.
final class InboxWatch {

    private final NotificationNews news;
    private final Readers readers;
    private final Runnable renew;
    private @Nullable LiveUpdates updates;
    private NotificationNews.@Nullable Watch watch;

    private InboxWatch(NotificationNews news, Readers readers, Runnable renew) {
        this.news = news;
        this.readers = readers;
        this.renew = renew;
    }

    /// Watches for a part from now on, each time that it comes onto a page until it goes.
    ///
    /// @param renew shows the part anew, on its page's own thread
    static void of(Component part, NotificationNews news, Readers readers, Runnable renew) {
        InboxWatch inbox = new InboxWatch(news, readers, renew);
        part.addAttachListener(inbox::begin);
        part.addDetachListener(detached -> inbox.end());
    }

    private void begin(AttachEvent attached) {
        end();
        @Nullable UUID account = readers.current().account();
        if (account != null) {
            LiveUpdates live = new LiveUpdates(attached.getUI(), changes -> renew.run());
            updates = live;
            watch = news.inbox(account, () -> live.changed(List.of("inbox")));
        }
    }

    private void end() {
        if (updates != null) {
            updates.close();
            updates = null;
        }
        if (watch != null) {
            news.end(watch);
            watch = null;
        }
    }
}
