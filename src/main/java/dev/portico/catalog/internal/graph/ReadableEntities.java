package dev.portico.catalog.internal.graph;

import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.internal.find.EntityLists;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one reader may read, remembered for the length of a walk.
final class ReadableEntities {

    private final EntityLists lists;
    private final Reader reader;
    private final Map<EntityRef, EntitySummary> held = new HashMap<>();
    private final Set<EntityRef> asked = new HashSet<>();

    ReadableEntities(EntityLists lists, Reader reader) {
        this.lists = lists;
        this.reader = reader;
    }

    /// Asks the index about all of these at once.
    void ask(Collection<EntityRef> refs) {
        Set<EntityRef> fresh = new HashSet<>(refs);
        fresh.removeAll(asked);
        if (!fresh.isEmpty()) {
            held.putAll(lists.byRefs(fresh, reader));
            asked.addAll(fresh);
        }
    }

    /// The entity of that name; empty where there is none or the reader may not read it.
    Optional<EntitySummary> entity(EntityRef ref) {
        ask(Set.of(ref));
        return Optional.ofNullable(held.get(ref));
    }
}
