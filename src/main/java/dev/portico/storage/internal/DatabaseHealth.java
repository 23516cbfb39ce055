package dev.portico.storage.internal;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Tells of the database what the pulse knows, so that asking never waits.
@Component
final class DatabaseHealth implements HealthIndicator {

    private final Pulse pulse;

    DatabaseHealth(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public Health health() {
        return pulse.away() ? Health.down().build() : Health.up().build();
    }
}
