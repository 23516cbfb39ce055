package dev.portico.api.admission;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/// Holds each client to its rate. The buckets are this node's own, in memory.
final class Rates {

    private static final Duration NOW = Duration.ZERO;

    private final Recent<Bucket> buckets = new Recent<>();
    private final int rate;
    private final int burst;

    /// @param rate  requests a second; 0 for any number
    /// @param burst requests at once
    Rates(int rate, int burst) {
        this.rate = rate;
        this.burst = burst;
    }

    /// Counts a request.
    ///
    /// @return how long the client has to wait with it; zero where it is within its rate
    Duration count(Client client) {
        if (rate == 0) {
            return NOW;
        }
        ConsumptionProbe probe = buckets.value(client, this::bucket).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? NOW : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }
}
