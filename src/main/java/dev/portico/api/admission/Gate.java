package dev.portico.api.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lets a bounded number of requests run at a time, and a bounded number wait.
///
/// A place that gets free goes to the clients that wait in turns, whatever each of them has waiting. Where the queue is
/// full, the latest of the client with the most in it is turned away. No client holds more than three quarters of the
/// places, so that one whose requests are slow leaves some to others.
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Client, Share> shares = new HashMap<>();
    private final ArrayDeque<Share> turns = new ArrayDeque<>();
    private final int places;
    private final int most;
    private final int queue;
    private final long patience;
    private int running;
    private int waiting;

    /// @param places   how many run at a time
    /// @param queue    how many may wait
    /// @param patience how long they wait
    Gate(int places, int queue, Duration patience) {
        this.places = places;
        this.most = Math.max(1, places * 3 / 4);
        this.queue = queue;
        this.patience = patience.toNanos();
    }

    /// Waits for a place. Whoever gets one gives it back by [#leave(Client)].
    Entry enter(Client client) {
        Waiter waiter;
        lock.lock();
        try {
            Share share = shares.computeIfAbsent(client, any -> new Share());
            // Where a place is free, everybody who waits holds as much as one may.
            if (running < places && share.running < most && share.waiters.isEmpty()) {
                share.running++;
                running++;
                return Entry.IN;
            }
            if (!makeRoom(share)) {
                forgetIdle(client, share);
                return Entry.FULL;
            }
            waiter = new Waiter(Thread.currentThread());
            if (share.waiters.isEmpty()) {
                turns.addLast(share);
            }
            share.waiters.addLast(waiter);
            waiting++;
        } finally {
            lock.unlock();
        }
        waiter.await(patience);
        return outcome(client, waiter);
    }

    /// Gives the place back.
    void leave(Client client) {
        lock.lock();
        try {
            Share share = share(client);
            share.running--;
            running--;
            handOn();
            forgetIdle(client, share);
        } finally {
            lock.unlock();
        }
    }

    /// How many run.
    int running() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /// How many wait.
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private boolean makeRoom(Share arriving) {
        if (waiting < queue) {
            return true;
        }
        Share longest = turns.stream()
                .max(Comparator.comparingInt(share -> share.waiters.size()))
                .orElse(arriving);
        if (longest.waiters.size() <= arriving.waiters.size() + 1) {
            return false;
        }
        longest.waiters.removeLast().tell(Entry.FULL);
        waiting--;
        return true;
    }

    private void handOn() {
        for (int looked = turns.size(); looked > 0 && running < places; looked--) {
            Share share = turns.removeFirst();
            if (share.running < most) {
                share.waiters.removeFirst().tell(Entry.IN);
                share.running++;
                running++;
                waiting--;
            }
            if (!share.waiters.isEmpty()) {
                turns.addLast(share);
            }
        }
    }

    /// What the waiter was told, at the last moment perhaps; else it leaves the queue.
    private Entry outcome(Client client, Waiter waiter) {
        lock.lock();
        try {
            Entry told = waiter.told;
            if (told != null) {
                return told;
            }
            Share share = share(client);
            share.waiters.remove(waiter);
            waiting--;
            if (share.waiters.isEmpty()) {
                turns.remove(share);
            }
            forgetIdle(client, share);
            return Entry.LATE;
        } finally {
            lock.unlock();
        }
    }

    private Share share(Client client) {
        Share share = shares.get(client);
        if (share == null) {
            throw new IllegalStateException("A client that neither runs nor waits leaves the gate");
        }
        return share;
    }

    private void forgetIdle(Client client, Share share) {
        if (share.running == 0 && share.waiters.isEmpty()) {
            shares.remove(client);
        }
    }

    /// What becomes of whoever wants in.
    enum Entry {
        /// There is a place.
        IN,
        /// The queue is full, and nobody in it has more waiting.
        FULL,
        /// No place got free in time.
        LATE
    }

    /// What one client has running and waiting.
    private static final class Share {
        private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
        private int running;
    }

    private static final class Waiter {

        private final Thread thread;
        private volatile @Nullable Entry told;

        Waiter(Thread thread) {
            this.thread = thread;
        }

        void tell(Entry entry) {
            told = entry;
            LockSupport.unpark(thread);
        }

        /// Waits to be told. An interrupted thread waits no longer.
        void await(long nanos) {
            long until = System.nanoTime() + nanos;
            while (told == null && !thread.isInterrupted()) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                LockSupport.parkNanos(this, left);
            }
        }
    }
}
