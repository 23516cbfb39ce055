package dev.portico.catalog;

import dev.portico.kernel.EntityRef;
import java.util.Set;

/// One thing depends on another.
///
/// @param from  what depends: the consumer, the part, the owned, the API of a component
/// @param to    what it depends on: the API, the whole, the owner, the component that provides the API
/// @param types the relations that say so
/// @param count how many relations were merged into this edge, 1 or more
public record GraphEdge(EntityRef from, EntityRef to, Set<RelationType> types, int count) {
    public GraphEdge {
        types = Set.copyOf(types);
    }
}
