package dev.portico.api.admission;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// Keeps refusals back for a moment, so that whoever asks again at once asks less often, and refusing costs less of
/// what answers need. Only so many are kept back at a time; the others are refused at once.
final class Delay {

    private final Semaphore places;
    private final long nanos;

    /// @param most     how many are kept back at a time, each in a virtual thread and with its connection
    /// @param duration how long
    Delay(int most, Duration duration) {
        this.places = new Semaphore(most);
        this.nanos = duration.toNanos();
    }

    /// Waits, where there is a place to wait in. An interrupted thread waits no longer.
    void pass() {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            long until = System.nanoTime() + nanos;
            for (long left = nanos;
                    left > 0 && !Thread.currentThread().isInterrupted();
                    left = until - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
            }
        } finally {
            places.release();
        }
    }
}
