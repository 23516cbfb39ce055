package dev.portico.storage.internal;

import java.time.Duration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/// Counts from the moment that the portal is told to end. Whoever ends last gets what is left of the five seconds that
/// all of it may take.
final class StopClock implements ApplicationListener<ContextClosedEvent> {

    private static final Duration WHOLE = Duration.ofMillis(3_700);
    private static final Duration LEAST = Duration.ofMillis(300);

    private volatile long begun;

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        if (begun == 0) {
            begun = System.nanoTime() | 1;
        }
    }

    /// The time that is left; a little in any case, and all of it where nobody said that the portal ends.
    Duration left() {
        if (begun == 0) {
            return WHOLE;
        }
        Duration left = WHOLE.minusNanos(System.nanoTime() - begun);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
}
