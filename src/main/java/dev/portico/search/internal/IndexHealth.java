package dev.portico.search.internal;

import dev.portico.search.IndexState;
import dev.portico.search.Search;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Tells operators how this node's index is: health `search`, metrics `portico.search.*`.
@Component("search")
final class IndexHealth implements HealthIndicator {

    private final Search search;

    IndexHealth(Search search, MeterRegistry metrics) {
        this.search = search;
        Gauge.builder("portico.search.documents", () -> search.state().documents())
                .description("Documents in this node's index")
                .register(metrics);
        Gauge.builder("portico.search.lag", () -> search.state().lag().toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("How far this node's index is behind the database")
                .register(metrics);
    }

    @Override
    public Health health() {
        IndexState state = search.state();
        Health.Builder health = state.failure() == null ? Health.up() : Health.down();
        if (state.failure() != null) {
            health.withDetail("failure", state.failure());
        }
        return health.withDetail("documents", state.documents())
                .withDetail("lagMillis", state.lag().toMillis())
                .withDetail("rebuilding", state.rebuilding())
                .build();
    }
}
