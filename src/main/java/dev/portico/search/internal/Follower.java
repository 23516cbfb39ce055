package dev.portico.search.internal;

import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Ending;
import dev.portico.kernel.Refusal;
import dev.portico.search.IndexState;
import dev.portico.search.SearchSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the index in force up with the change feed, and builds another where it cannot be used.
///
/// Readers always see a whole index: the one in force, until a new one holds everything.
@Component
final class Follower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_BUILD_PAUSE = Duration.ofSeconds(30);
    private static final Duration START_PATIENCE = Duration.ofSeconds(10);

    private final Indexes indexes;
    private final Duration commitEvery;
    private final Duration patience;
    private final Semaphore wake = new Semaphore(0);
    private final Tickets tickets = new Tickets();
    private final Object writing = new Object();
    private volatile @Nullable Following inForce;
    private volatile @Nullable String failure;
    private volatile @Nullable String uncommitted;
    private volatile boolean running;
    private volatile boolean building;
    private volatile long upToDate = System.nanoTime();
    private long committed = System.nanoTime();

    Follower(Indexes indexes, ChangeFeed feed, SearchSettings settings) {
        this.indexes = indexes;
        this.commitEvery = settings.commit();
        this.patience = settings.patience();
        feed.onArrival(wake::release);
    }

    @Override
    public void start() {
        running = true;
        inForce = indexes.openInForce();
        if (inForce == null) {
            rebuild();
        } else {
            indexes.clear(inForce);
        }
        Thread.ofVirtual().name("search-follower").start(this::work);
        await(START_PATIENCE);
    }

    @Override
    public void stop() {
        running = false;
        wake.release();
        Following underWay = inForce;
        if (underWay != null) {
            underWay.end();
        }
        synchronized (writing) {
            Following last = inForce;
            inForce = null;
            if (last != null) {
                indexes.conclude(last);
            }
        }
    }

    /// Not waited for longer than a phase may take: what was not committed is read again at the next start.
    @Override
    public void stop(Runnable callback) {
        Ending.beside("search", this::stop, callback);
    }

    /// Before the web server, so that the first request finds an index.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Reads something from the index in force.
    ///
    /// @throws Refusal.Unavailable where there is no index yet, or the answer takes too long
    <R> R read(Reading<R> reading) {
        while (true) {
            Following following = inForce;
            if (following == null) {
                throw new Refusal.Unavailable(
                        "search-building", "The search index is being built. Try again in some seconds.");
            }
            try {
                IndexSearcher searcher = following.index().acquire();
                try {
                    return Deadline.within(patience, () -> reading.of(searcher));
                } finally {
                    following.index().release(searcher);
                }
            } catch (AlreadyClosedException e) {
                if (following == inForce) {
                    throw e;
                }
            } catch (IndexSearcher.TooManyClauses e) {
                throw new Refusal.InvalidInput(
                        "search-filter",
                        "A question has at most " + IndexSearcher.getMaxClauseCount()
                                + " parts in all; ask for less at once");
            } catch (Deadline.Passed late) {
                throw new Refusal.Unavailable(
                        "search-too-long",
                        "The question took longer than " + patience.toMillis()
                                + " ms to answer. Ask for less: fewer words, a narrower filter, a shorter list.");
            } catch (IOException e) {
                throw new UncheckedIOException("The search index cannot be read", e);
            }
        }
    }

    /// Returns once everything committed before the call is in the index in force.
    boolean await(Duration patience) {
        long ticket = tickets.draw();
        wake.release();
        return tickets.await(ticket, patience);
    }

    IndexState state() {
        boolean behind = tickets.waiting() || failure != null || inForce == null;
        Duration lag = behind ? Duration.ofNanos(System.nanoTime() - upToDate) : Duration.ZERO;
        long documents = inForce == null
                ? 0
                : read(searcher -> (long) searcher.getIndexReader().numDocs());
        return new IndexState(documents, lag, building, failure == null ? uncommitted : failure);
    }

    /// Builds another index in the background and puts it in force.
    void rebuild() {
        synchronized (this) {
            if (building) {
                return;
            }
            building = true;
        }
        Thread.ofVirtual().name("search-builder").start(this::build);
    }

    private void build() {
        try {
            Duration pause = Duration.ofSeconds(1);
            while (running && !built()) {
                Thread.sleep(pause);
                pause = longer(pause, LONGEST_BUILD_PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            building = false;
        }
    }

    private boolean built() {
        try {
            Following next = indexes.build();
            boolean enforced = enforced(next);
            if (enforced) {
                wake.release();
                indexes.clear(next);
            } else {
                Indexes.discard(next.index());
            }
            return true;
        } catch (IOException | RuntimeException | Error e) {
            failed("The search index could not be built; it is tried again", e);
            return false;
        }
    }

    /// Brings a new index up to date and puts it in force, in the place of another.
    ///
    /// @return whether it is; false where the portal is being stopped
    private boolean enforced(Following next) throws IOException {
        synchronized (writing) {
            if (!running) {
                return false;
            }
            try {
                next.pass();
                indexes.enforce(next);
            } catch (IOException | RuntimeException e) {
                Indexes.discard(next.index());
                throw e;
            }
            replace(next);
            return true;
        }
    }

    /// Only while [#writing] is held.
    private void replace(Following next) {
        Following old = inForce;
        inForce = next;
        if (old != null) {
            Indexes.close(old.index());
        }
    }

    private void work() {
        Duration pause = PAUSE;
        while (running) {
            try {
                if (wake.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                    step();
                }
                pause = PAUSE;
                commitInTime();
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException | Error e) {
                failed("The search index could not follow; it is tried again", e);
                mend();
                wake.release();
                pause(pause);
                pause = longer(pause, LONGEST_PAUSE);
            }
        }
    }

    private void step() throws IOException {
        long asked = tickets.drawn();
        long began = System.nanoTime();
        synchronized (writing) {
            Following following = inForce;
            if (following == null) {
                return;
            }
            following.pass();
        }
        upToDate = began;
        failure = null;
        tickets.serve(asked);
    }

    private void commitInTime() {
        if (System.nanoTime() - committed < commitEvery.toNanos()) {
            return;
        }
        committed = System.nanoTime();
        try {
            synchronized (writing) {
                Following following = inForce;
                if (following != null) {
                    following.commit();
                }
            }
            uncommitted = null;
        } catch (IOException | RuntimeException | Error e) {
            if (running && uncommitted == null) {
                log.warn("The search index could not be committed; it is tried again", e);
            }
            uncommitted = "The search index could not be committed; it is tried again: " + reason(e);
        }
    }

    /// After a failed write the index is opened again as it last was committed, and takes the place of the broken one
    /// as soon as it holds more; where it cannot be opened, it is built anew. Meanwhile the broken one answers.
    private void mend() {
        synchronized (writing) {
            Following broken = inForce;
            if (!running || broken == null || !broken.index().isBroken()) {
                return;
            }
            Following reopened = indexes.openInForce();
            if (reopened == null) {
                rebuild();
                return;
            }
            try {
                reopened.pass();
                replace(reopened);
            } catch (IOException | RuntimeException e) {
                Indexes.close(reopened.index());
            }
        }
    }

    private void pause(Duration pause) {
        try {
            if (running) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause, Duration longest) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longest) < 0 ? twice : longest;
    }

    /// An error as well, such as one of memory: a thread that ends says nothing and comes back never.
    private void failed(String what, Throwable why) {
        if (running && failure == null) {
            log.warn(what, why);
        }
        failure = what + ": " + reason(why);
        tickets.giveUp();
    }

    /// What went wrong at first: a writer that a full disk has closed says of each later write only that it is closed.
    private static @Nullable String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason instanceof AlreadyClosedException && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason.getMessage();
    }

    /// Something read from one view of the index.
    interface Reading<R> {
        R of(IndexSearcher searcher) throws IOException;
    }
}
