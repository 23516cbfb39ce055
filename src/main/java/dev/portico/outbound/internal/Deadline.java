package dev.portico.outbound.internal;

import java.time.Duration;

/// The moment by which a call has to be done.
///
/// @param nanos on the clock of [System#nanoTime]
record Deadline(long nanos) {

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /// The time left; at least one millisecond, so that it can be waited for.
    long remainingMillis() {
        return Math.max(1, (nanos - System.nanoTime()) / 1_000_000);
    }

    boolean passed() {
        return nanos - System.nanoTime() <= 0;
    }
}
