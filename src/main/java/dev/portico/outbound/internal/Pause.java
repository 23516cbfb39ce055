package dev.portico.outbound.internal;

import dev.portico.kernel.Refusal;
import java.time.Duration;

/// Holds the calling thread between two attempts; a seam, so that a test need not wait.
@FunctionalInterface
interface Pause {

    /// The real thing.
    Pause REAL = duration -> {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal.Unavailable("outbound-timeout", "The call was given up because Portico is stopping.");
        }
    };

    void hold(Duration duration);
}
