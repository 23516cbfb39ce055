package dev.portico.look;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what changed elsewhere to an open page: what comes close together at once, at most four times a second, and
/// only while the page is there. Where the page fails to show it, nobody is bothered: it is shown a little later.
///
/// The page holds this and closes it as it goes; whoever tells of changes should hold it weakly. Neither the UI nor
/// anything else is kept alive by it.
public final class LiveUpdates {

    private static final Logger log = LoggerFactory.getLogger(LiveUpdates.class);
    private static final long EVERY_MILLIS = 250;
    private static final long SHORTEST_PAUSE = 500;
    private static final long LONGEST_PAUSE = 30_000;
    private static final int MOST = 1_000;

    private final WeakReference<UI> ui;
    private final Consumer<Changes> show;
    private final long everyMillis;
    private final Set<String> waiting = new LinkedHashSet<>();
    private long pushed;
    private long pause;
    private boolean more;
    private boolean planned;
    private boolean closed;

    /// What changed.
    ///
    /// @param keys at most 1,000
    /// @param more whether other keys changed too, which are not named since they are too many
    public record Changes(Set<String> keys, boolean more) {}

    /// @param show told on the UI's thread what changed; told again later where it throws
    public LiveUpdates(UI ui, Consumer<Changes> show) {
        this(ui, show, Duration.ofMillis(EVERY_MILLIS));
    }

    /// @param every how far apart two showings are at least; the first is shown at once
    public LiveUpdates(UI ui, Consumer<Changes> show, Duration every) {
        this.ui = new WeakReference<>(ui);
        this.show = show;
        this.everyMillis = every.toMillis();
        this.pushed = System.nanoTime() - every.toNanos();
    }

    /// These changed. Any thread may say so; nothing is waited for.
    public synchronized void changed(Collection<String> keys) {
        if (closed) {
            return;
        }
        keep(keys);
        if (!planned && !waiting.isEmpty()) {
            plan(everyMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pushed));
        }
    }

    private void keep(Collection<String> keys) {
        for (String key : keys) {
            if (waiting.size() < MOST) {
                waiting.add(key);
            } else if (!waiting.contains(key)) {
                more = true;
            }
        }
    }

    private void plan(long millis) {
        planned = true;
        CompletableFuture.delayedExecutor(Math.max(0, millis), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(this::push);
    }

    /// Nothing is shown any more.
    public synchronized void close() {
        closed = true;
        waiting.clear();
    }

    /// Whether the page is still there.
    public synchronized boolean open() {
        return !closed && ui.get() != null;
    }

    private void push() {
        UI target = ui.get();
        if (target == null) {
            close();
            return;
        }
        try {
            var _ = target.access(this::show);
        } catch (UIDetachedException gone) {
            close();
        }
    }

    private void show() {
        Changes changes = taken();
        if (changes.keys().isEmpty()) {
            return;
        }
        try {
            show.accept(changes);
            pause = 0;
        } catch (RuntimeException failure) {
            giveBack(changes, failure);
        }
    }

    private synchronized Changes taken() {
        planned = false;
        pushed = System.nanoTime();
        Changes changes = new Changes(new LinkedHashSet<>(waiting), more);
        waiting.clear();
        more = false;
        return changes;
    }

    private synchronized void giveBack(Changes changes, RuntimeException failure) {
        if (closed) {
            return;
        }
        pause = Math.clamp(pause * 2, SHORTEST_PAUSE, LONGEST_PAUSE);
        log.warn("A page could not show what changed; it tries again in {} ms", pause, failure);
        keep(changes.keys());
        more = more || changes.more();
        if (!planned) {
            plan(pause);
        }
    }
}
