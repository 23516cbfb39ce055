package dev.portico.kill;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets clients work in rounds. A client passes the gate before each thing it does, and waits where it is closed.
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int round;
    private boolean open;
    private boolean over;
    private int inside;
    private long acknowledged;

    /// Begins the next round.
    void open() {
        change(() -> {
            round++;
            open = true;
        });
    }

    void close() {
        change(() -> open = false);
    }

    /// Sends the clients home.
    void end() {
        change(() -> {
            open = false;
            over = true;
        });
    }

    /// Waits for a round after the given one, and enters; false where there is none any more.
    boolean enter(int after) throws InterruptedException {
        lock.lock();
        try {
            while (!over && !(open && round > after)) {
                changed.await();
            }
            if (!over) {
                inside++;
            }
            return !over;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        change(() -> inside--);
    }

    int round() {
        lock.lock();
        try {
            return round;
        } finally {
            lock.unlock();
        }
    }

    /// Counts what was acknowledged to a client.
    void count() {
        change(() -> acknowledged++);
    }

    long acknowledged() {
        lock.lock();
        try {
            return acknowledged;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until so many requests were acknowledged in all; false where that takes too long.
    boolean awaitAcknowledged(long count, Duration within) throws InterruptedException {
        return await(() -> acknowledged >= count, within);
    }

    /// Waits until no client is at work; false where that takes too long.
    boolean awaitQuiet(Duration within) throws InterruptedException {
        return await(() -> inside == 0, within);
    }

    /// Lets a client wait a little, not longer than the round lasts.
    void pause(Duration pause) throws InterruptedException {
        await(() -> !open, pause);
    }

    private boolean await(java.util.function.BooleanSupplier condition, Duration within) throws InterruptedException {
        lock.lock();
        try {
            long left = within.toNanos();
            while (!condition.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return condition.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
