package dev.portico.changes.internal;

import dev.portico.changes.ChangeListener;
import dev.portico.changes.FeedRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys that one listener has yet to be told of, and the thread that tells it. A listener that is slow or fails
/// delays no other.
final class ListenerQueue {

    private static final Logger log = LoggerFactory.getLogger(ListenerQueue.class);
    private static final int KEYS_A_CALL = 1_000;
    private static final long SHORTEST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 30_000;

    private final ChangeListener listener;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean stopped;

    ListenerQueue(ChangeListener listener) {
        this.listener = listener;
    }

    void start() {
        Thread.ofVirtual().name("changes-" + listener.topic()).start(this::tell);
    }

    void offer(FeedRow row) {
        if (!row.topic().equals(listener.topic())) {
            return;
        }
        lock.lock();
        try {
            waiting.addAll(row.keys());
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        long pause = 0;
        try {
            for (List<String> keys = next(pause); !keys.isEmpty(); keys = next(pause)) {
                pause = tell(keys, pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long tell(List<String> keys, long pause) {
        try {
            listener.changed(keys);
            return 0;
        } catch (RuntimeException | Error e) {
            long next = Math.clamp(pause * 2, SHORTEST_PAUSE, LONGEST_PAUSE);
            log.warn("The listener {} of {} failed; it is called again in {} ms", listener, listener.topic(), next, e);
            giveBack(keys);
            return next;
        }
    }

    private void giveBack(List<String> keys) {
        lock.lock();
        try {
            Set<String> later = new LinkedHashSet<>(waiting);
            waiting.clear();
            waiting.addAll(keys);
            waiting.addAll(later);
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the pause, then for keys; empty when stopped.
    private List<String> next(long pause) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(pause);
            while (left > 0 && !stopped) {
                left = changed.awaitNanos(left);
            }
            while (waiting.isEmpty() && !stopped) {
                changed.await();
            }
            if (stopped) {
                return List.of();
            }
            List<String> keys = waiting.stream().limit(KEYS_A_CALL).toList();
            waiting.removeAll(new ArrayList<>(keys));
            return keys;
        } finally {
            lock.unlock();
        }
    }
}
