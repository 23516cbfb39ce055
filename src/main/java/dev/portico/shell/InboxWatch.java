package dev.portico.shell;

import com.vaadin.flow.component.Component;
import dev.portico.access.Readers;
import dev.portico.look.LivePart;
import dev.portico.notifications.NotificationNews;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Shows a part anew whenever the inbox of whoever looks at it has changed, as long as it is on the page.
final class InboxWatch {

    private InboxWatch() {}

    /// Watches for a part from now on, each time that it comes onto a page until it goes.
    ///
    /// @param renew shows the part anew, on its page's own thread
    static void of(Component part, NotificationNews news, Readers readers, Runnable renew) {
        LivePart.of(part, changed -> watch(news, readers, changed), renew);
    }

    private static @Nullable Runnable watch(NotificationNews news, Readers readers, Runnable changed) {
        @Nullable UUID account = readers.current().account();
        if (account == null) {
            return null;
        }
        NotificationNews.Watch watch = news.inbox(account, changed);
        return () -> news.end(watch);
    }
}
