package dev.portico.search.internal;

import java.time.Duration;

/// Lets callers wait for a round of work that begins after they asked.
final class Tickets {

    private long drawn;
    private long served;
    private long givenUp;

    /// A ticket for the next round.
    synchronized long draw() {
        return ++drawn;
    }

    /// The newest ticket; a round that begins now serves it.
    synchronized long drawn() {
        return drawn;
    }

    /// Says that a round has served every ticket up to this one.
    synchronized void serve(long ticket) {
        served = Math.max(served, ticket);
        notifyAll();
    }

    /// Says that no round can serve the tickets drawn so far before long. Those who wait for them wait no longer.
    synchronized void giveUp() {
        givenUp = drawn;
        notifyAll();
    }

    synchronized boolean waiting() {
        return served < drawn;
    }

    /// Waits until the ticket is served or given up.
    ///
    /// @return whether it was served, within the patience
    synchronized boolean await(long ticket, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (served < ticket) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0 || ticket <= givenUp) {
                    return false;
                }
                wait(millis);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
