package dev.portico.changes.internal;

import dev.portico.changes.ChangeListener;
import dev.portico.changes.ChangesSettings;
import dev.portico.changes.FeedPosition;
import dev.portico.changes.FeedRow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BETWEEN_PRUNINGS = Duration.ofMinutes(10);

    private final Feed feed;
    private final Ear ear;
    private final ObjectProvider<ChangeListener> beans;
    private final ChangesSettings settings;
    private final Semaphore wake = new Semaphore(0);
    private final Set<FeedPosition> handedOn = new HashSet<>();
    private FeedPosition position;
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
        this.position = feed.now();
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
            } catch (RuntimeException e) {
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
        FeedPosition from = position;
        boolean complete = true;
        List<FeedRow> rows;
        do {
            rows = feed.rows(from, BATCH);
            for (FeedRow row : rows) {
                from = row.position();
                if (handedOn.add(row.position())) {
                    queues.forEach(queue -> queue.offer(row));
                }
                // Behind an unsettled row there may be gaps, whatever a later look at the rows says.
                complete &= row.settled();
                if (complete) {
                    position = row.position();
                }
            }
        } while (rows.size() == BATCH);
        handedOn.removeIf(known -> known.compareTo(position) <= 0);
    }
}
