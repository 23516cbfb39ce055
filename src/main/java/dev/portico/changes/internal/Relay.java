package dev.portico.changes.internal;

import dev.portico.changes.ChangeListener;
import dev.portico.changes.ChangesSettings;
import dev.portico.changes.FeedCursor;
import dev.portico.changes.FeedPosition;
import dev.portico.changes.FeedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Follows the feed on this node and fills the queues of its listeners.
///
/// It wakes when this node commits, when another node says so, and twice a second in any case. Rows that are not
/// settled are handed on as well, once: they are remembered until the rows before them are known.
@Component
public final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BETWEEN_PRUNINGS = Duration.ofMinutes(10);

    private final Feed feed;
    private final Ear ear;
    private final ObjectProvider<ChangeListener> beans;
    private final ChangesSettings settings;
    private final Semaphore wake = new Semaphore(0);
    private final List<Runnable> reactions = new CopyOnWriteArrayList<>();
    private final FeedCursor cursor;
    private List<ListenerQueue> queues = List.of();
    private volatile boolean published;
    private volatile boolean running;
    private long pruned = System.nanoTime();
    private boolean failing;

    Relay(Feed feed, Ear ear, ObjectProvider<ChangeListener> beans, ChangesSettings settings) {
        this.feed = feed;
        this.ear = ear;
        this.beans = beans;
        this.settings = settings;
        this.cursor = new FeedCursor(feed::rows, feed.now());
    }

    /// Says that this node has committed rows.
    public void published() {
        published = true;
        wake.release();
    }

    /// The committed rows after a position, settled or not.
    public List<FeedRow> rows(FeedPosition after, int limit) {
        return feed.rows(after, limit);
    }

    /// The position before everything that is not committed yet.
    public FeedPosition now() {
        return feed.now();
    }

    /// The time by the database's clock.
    public Instant clock() {
        return feed.clock();
    }

    /// What tells this database's feed from every other.
    public UUID origin() {
        return feed.origin();
    }

    /// Runs something after each arrival of rows.
    public void onArrival(Runnable reaction) {
        reactions.add(reaction);
    }

    @Override
    public void start() {
        queues = beans.stream().map(ListenerQueue::new).toList();
        queues.forEach(ListenerQueue::start);
        running = true;
        ear.start(wake::release);
        Thread.ofVirtual().name("changes-relay").start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        ear.stop();
        queues.forEach(ListenerQueue::stop);
        wake.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        while (running) {
            try {
                boolean woken = wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                if (woken) {
                    wake.drainPermits();
                }
                step();
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                if (!failing && running) {
                    log.warn("The change feed cannot be read; it is tried again", e);
                }
                failing = true;
            }
        }
    }

    private void step() {
        if (published) {
            published = false;
            ear.tellOthers(feed);
        }
        handOn();
        if (System.nanoTime() - pruned > BETWEEN_PRUNINGS.toNanos()) {
            pruned = System.nanoTime();
            feed.prune(settings.keep());
        }
    }

    private void handOn() {
        boolean[] arrived = {false};
        cursor.pass(rows -> {
            arrived[0] = true;
            rows.forEach(row -> queues.forEach(queue -> queue.offer(row)));
        });
        if (arrived[0]) {
            reactions.forEach(Runnable::run);
        }
    }
}
