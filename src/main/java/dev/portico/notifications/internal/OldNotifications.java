package dev.portico.notifications.internal;

import dev.portico.jobs.RecurringJob;
import dev.portico.notifications.NotificationSettings;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Takes old notifications away.
@Component
final class OldNotifications implements RecurringJob {

    private final Inboxes inboxes;
    private final NotificationSettings settings;

    OldNotifications(Inboxes inboxes, NotificationSettings settings) {
        this.inboxes = inboxes;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "notifications.retirement";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        inboxes.prune(settings.keep());
    }
}
