package dev.portico.catalog.internal.graph;

import dev.portico.kernel.EntityRef;
import java.util.Comparator;
import java.util.List;

/// The order of edges: by what depends, then by what it depends on.
final class Pairs {

    static final Comparator<List<EntityRef>> ORDER =
            Comparator.comparing((List<EntityRef> ends) -> ends.getFirst()).thenComparing(List::getLast);

    private Pairs() {}
}
