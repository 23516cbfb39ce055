package dev.portico.notifications;

import dev.portico.changes.ChangeListener;
import dev.portico.notifications.internal.Inboxes;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import org.springframework.stereotype.Component;

/// Tells open pages when an inbox has changed, on whatever node it did. Pages are held weakly: one that is gone costs
/// nothing, even where it forgot to say so. Any thread may ask, and pages are told on any.
@Component
public final class NotificationNews implements ChangeListener {

    private final Set<Watch> watches = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /// What a page wants to be told. Held by the page as long as it is there.
    public static final class Watch {

        private final String account;
        private final Runnable changed;

        private Watch(UUID account, Runnable changed) {
            this.account = account.toString();
            this.changed = changed;
        }
    }

    /// Tells when the inbox of an account has changed.
    ///
    /// @param changed waits for nobody, and brings the news to the page's own thread
    public Watch inbox(UUID account, Runnable changed) {
        Watch watch = new Watch(account, changed);
        watches.add(watch);
        return watch;
    }

    /// Nothing is told any more.
    public void end(Watch watch) {
        watches.remove(watch);
    }

    @Override
    public String topic() {
        return Inboxes.TOPIC;
    }

    @Override
    public void changed(Collection<String> accounts) {
        Set<String> changed = Set.copyOf(accounts);
        List<Watch> told;
        synchronized (watches) {
            told = watches.stream()
                    .filter(watch -> changed.contains(watch.account))
                    .toList();
        }
        told.forEach(watch -> watch.changed.run());
    }
}
