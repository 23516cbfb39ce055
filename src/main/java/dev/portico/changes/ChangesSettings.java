package dev.portico.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the change feed is kept.
///
/// @param keep how long rows stay; a reader that remembers an older position has to begin anew
@ConfigurationProperties("portico.changes")
public record ChangesSettings(@DefaultValue("24h") Duration keep) {

    public ChangesSettings {
        if (keep.toMinutes() < 1) {
            throw new IllegalArgumentException("portico.changes.keep is one minute or more");
        }
    }
}
