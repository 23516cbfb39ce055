package dev.portico.notifications.internal;

import dev.portico.access.notices.Notice;
import dev.portico.access.notices.Notices;
import dev.portico.notifications.NewNotification;
import dev.portico.notifications.Notifications;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts what access tells people into their inboxes.
@Component
final class AccessNotices implements Notices {

    private final Notifications notifications;

    AccessNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void tell(Collection<UUID> accounts, Notice notice) {
        notifications.send(accounts, new NewNotification(notice.kind(), notice.title(), notice.text(), notice.link()));
    }

    @Override
    public void settled(String link) {
        notifications.settle(link);
    }
}
