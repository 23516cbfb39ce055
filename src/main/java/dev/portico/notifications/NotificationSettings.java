package dev.portico.notifications;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What becomes of notifications.
///
/// @param keep how long a notification stays in its inbox, read or not
@ConfigurationProperties("portico.notifications")
public record NotificationSettings(@DefaultValue("90d") Duration keep) {

    public NotificationSettings {
        if (!keep.isPositive()) {
            throw new IllegalArgumentException("portico.notifications.keep is not longer than nothing");
        }
    }
}
