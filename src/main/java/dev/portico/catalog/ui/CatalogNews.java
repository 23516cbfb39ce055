package dev.portico.catalog.ui;

import dev.portico.catalog.CatalogEvents;
import dev.portico.changes.ChangeListener;
import dev.portico.kernel.EntityRef;
import dev.portico.look.LiveUpdates;
import dev.portico.search.Search;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Tells open pages what has changed in the catalog: a list of everything, a page of its entity.
///
/// Pages are told once this node's index holds the change, so that what they ask then is new. They are held weakly: a
/// page that is gone costs nothing, even where it forgot to say so.
@Configuration(proxyBeanMethods = false)
final class CatalogNews {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Search search;
    private final Set<Watch> watches = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    CatalogNews(Search search) {
        this.search = search;
    }

    /// What a page wants to be told. Held by the page as long as it is there.
    ///
    /// A class, since records are equal where their parts are, and two pages of one entity are two.
    static final class Watch {

        private final String topic;
        private final @Nullable String only;
        private final LiveUpdates updates;

        private Watch(String topic, @Nullable String only, LiveUpdates updates) {
            this.topic = topic;
            this.only = only;
            this.updates = updates;
        }

        /// Nothing is told any more.
        void end() {
            updates.close();
        }

        private void tell(Collection<String> refs) {
            if (only == null) {
                updates.changed(refs);
            } else if (refs.contains(only)) {
                updates.changed(List.of(only));
            }
        }
    }

    /// Tells of every entity that reads differently.
    Watch entities(LiveUpdates updates) {
        return watch(new Watch(CatalogEvents.ENTITIES, null, updates));
    }

    /// Tells when one entity reads differently.
    Watch entity(EntityRef ref, LiveUpdates updates) {
        return watch(new Watch(CatalogEvents.ENTITIES, ref.toString(), updates));
    }

    /// Tells when one entity is starred differently.
    Watch stars(EntityRef ref, LiveUpdates updates) {
        return watch(new Watch(CatalogEvents.STARS, ref.toString(), updates));
    }

    /// How many pages are being told.
    int watching() {
        return watches(watch -> true).size();
    }

    private Watch watch(Watch watch) {
        watches.add(watch);
        return watch;
    }

    private List<Watch> watches(Predicate<Watch> wanted) {
        synchronized (watches) {
            watches.removeIf(watch -> !watch.updates.open());
            return watches.stream().filter(wanted).toList();
        }
    }

    @Bean
    ChangeListener changedEntities() {
        return new Teller(CatalogEvents.ENTITIES);
    }

    @Bean
    ChangeListener starredEntities() {
        return new Teller(CatalogEvents.STARS);
    }

    /// Passes on what one topic brings.
    private final class Teller implements ChangeListener {

        private final String topic;

        private Teller(String topic) {
            this.topic = topic;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public void changed(Collection<String> refs) {
            List<Watch> told = watches(watch -> watch.topic.equals(topic));
            if (!told.isEmpty()) {
                if (!search.follow(PATIENCE)) {
                    throw new IllegalStateException("The index of this node does not hold the changes after "
                            + PATIENCE.toSeconds() + " s; open pages are told of them later");
                }
                Set<String> keys = Set.copyOf(refs);
                told.forEach(watch -> watch.tell(keys));
            }
        }
    }
}
