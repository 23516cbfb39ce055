package dev.portico.access.internal;

import dev.portico.access.AccessNews;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.springframework.stereotype.Component;

/// The pages of this node that want news. They are held weakly: one that is gone costs nothing, even where it forgot to
/// say so.
@Component
final class PageNews implements AccessNews {

    private final Set<Watch> watches = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public Runnable watch(Set<Topic> topics, Runnable changed) {
        Watch watch = new Watch(Set.copyOf(topics), changed);
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    /// Tells every page that wants to know.
    void changed(Topic topic) {
        List<Watch> told;
        synchronized (watches) {
            told = watches.stream()
                    .filter(watch -> watch.topics.contains(topic))
                    .toList();
        }
        told.forEach(watch -> watch.changed.run());
    }

    /// Told apart by who made it, and not by what it says.
    private static final class Watch {

        private final Set<Topic> topics;
        private final Runnable changed;

        private Watch(Set<Topic> topics, Runnable changed) {
            this.topics = topics;
            this.changed = changed;
        }
    }
}
