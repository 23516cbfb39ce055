package dev.portico.catalog;

import dev.portico.changes.ChangeListener;
import dev.portico.kernel.EntityRef;
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
/// page that is gone costs nothing, even where it forgot to say so. Any thread may ask, and pages are told on any.
@Configuration(proxyBeanMethods = false)
public final class CatalogNews {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Search search;
    private final Set<Watch> watches = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    public CatalogNews(Search search) {
        this.search = search;
    }

    /// A page as far as it is told something. It waits for nobody, and brings what it is told to its own thread.
    public interface Page {

        /// These changed.
        void changed(Collection<String> keys);

        /// Whether the page is still there.
        boolean open();

        /// Nothing is told any more.
        void close();
    }

    /// What a page wants to be told. Held by the page as long as it is there.
    ///
    /// A class, since records are equal where their parts are, and two pages of one entity are two.
    public static final class Watch {

        private final String topic;
        private final @Nullable String only;
        private final Page page;

        private Watch(String topic, @Nullable String only, Page page) {
            this.topic = topic;
            this.only = only;
            this.page = page;
        }

        /// Nothing is told any more.
        public void end() {
            page.close();
        }

        private void tell(Collection<String> refs) {
            if (only == null) {
                page.changed(refs);
            } else if (refs.contains(only)) {
                page.changed(List.of(only));
            }
        }
    }

    /// Tells of every entity that reads differently.
    public Watch entities(Page page) {
        return watch(new Watch(CatalogEvents.ENTITIES, null, page));
    }

    /// Tells when one entity reads differently.
    public Watch entity(EntityRef ref, Page page) {
        return watch(new Watch(CatalogEvents.ENTITIES, ref.toString(), page));
    }

    /// Tells of every entity that is starred differently, by anybody.
    public Watch stars(Page page) {
        return watch(new Watch(CatalogEvents.STARS, null, page));
    }

    /// Tells when one entity is starred differently.
    public Watch stars(EntityRef ref, Page page) {
        return watch(new Watch(CatalogEvents.STARS, ref.toString(), page));
    }

    /// Tells of every source that was registered, removed or run, by its name.
    public Watch sources(Page page) {
        return watch(new Watch(CatalogEvents.SOURCES, null, page));
    }

    /// How many pages are being told.
    public int watching() {
        return watches(watch -> true).size();
    }

    private Watch watch(Watch watch) {
        watches.add(watch);
        return watch;
    }

    private List<Watch> watches(Predicate<Watch> wanted) {
        synchronized (watches) {
            watches.removeIf(watch -> !watch.page.open());
            return watches.stream().filter(wanted).toList();
        }
    }

    /// Passes on which entities have changed.
    @Bean
    public ChangeListener changedEntities() {
        return new Teller(CatalogEvents.ENTITIES);
    }

    @Bean
    ChangeListener starredEntities() {
        return new Teller(CatalogEvents.STARS);
    }

    @Bean
    ChangeListener changedSources() {
        return new Teller(CatalogEvents.SOURCES);
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
