package dev.portico.look;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Brings what changed elsewhere to an open page: what comes close together at once, at most four times a second, and
/// only while the page is there.
///
/// The page holds this and closes it as it goes; whoever tells of changes should hold it weakly. Neither the UI nor
/// anything else is kept alive by it.
public final class LiveUpdates {

    private static final long EVERY_MILLIS = 250;
    private static final int MOST = 1_000;

    private final WeakReference<UI> ui;
    private final Consumer<Set<String>> show;
    private final Set<String> waiting = new LinkedHashSet<>();
    private long pushed = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
    private boolean planned;
    private boolean closed;

    /// @param show told on the UI's thread which keys changed, at most 1,000
    public LiveUpdates(UI ui, Consumer<Set<String>> show) {
        this.ui = new WeakReference<>(ui);
        this.show = show;
    }

    /// These changed. Any thread may say so; nothing is waited for.
    public synchronized void changed(Collection<String> keys) {
        if (closed) {
            return;
        }
        for (String key : keys) {
            if (waiting.size() < MOST) {
                waiting.add(key);
            }
        }
        if (!planned && !waiting.isEmpty()) {
            planned = true;
            long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pushed);
            CompletableFuture.delayedExecutor(
                            Math.max(0, EVERY_MILLIS - since), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                    .execute(this::push);
        }
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
            var _ = target.access(() -> {
                Set<String> keys = taken();
                if (!keys.isEmpty()) {
                    show.accept(keys);
                }
            });
        } catch (UIDetachedException gone) {
            close();
        }
    }

    private synchronized Set<String> taken() {
        planned = false;
        pushed = System.nanoTime();
        Set<String> keys = new LinkedHashSet<>(waiting);
        waiting.clear();
        return keys;
    }
}
