package dev.portico.catalog.ui;

import com.vaadin.flow.shared.Registration;
import dev.portico.catalog.CatalogEvents;
import dev.portico.changes.ChangeListener;
import dev.portico.kernel.EntityRef;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Tells open pages that their entity reads differently now, or is starred differently. Pages are told on a thread of
/// the feed's, and have to hand over to their own at once.
@Configuration(proxyBeanMethods = false)
final class EntityNews {

    private final Map<String, Set<Watch>> watches = new ConcurrentHashMap<>();

    private record Watch(Runnable changed, Runnable starred) {}

    /// Tells of one entity until the registration is removed.
    Registration watch(EntityRef ref, Runnable changed, Runnable starred) {
        Watch watch = new Watch(changed, starred);
        watches.compute(ref.toString(), (key, present) -> {
            Set<Watch> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(watch);
            return all;
        });
        return () -> watches.computeIfPresent(ref.toString(), (key, present) -> {
            present.remove(watch);
            return present.isEmpty() ? null : present;
        });
    }

    @Bean
    ChangeListener changedEntities() {
        return new Teller(CatalogEvents.ENTITIES, Watch::changed);
    }

    @Bean
    ChangeListener starredEntities() {
        return new Teller(CatalogEvents.STARS, Watch::starred);
    }

    /// Passes on what one topic brings.
    private final class Teller implements ChangeListener {

        private final String topic;
        private final Function<Watch, Runnable> part;

        private Teller(String topic, Function<Watch, Runnable> part) {
            this.topic = topic;
            this.part = part;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public void changed(Collection<String> refs) {
            for (String ref : refs) {
                watches.getOrDefault(ref, Set.of())
                        .forEach(watch -> part.apply(watch).run());
            }
        }
    }
}
