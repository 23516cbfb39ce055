package dev.portico.catalog.ui;

import dev.portico.catalog.Catalog;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the entities that a list names are called: by title, else by name; by the ref where there is nothing to read.
///
/// @param known the titles and names that were found, by ref
record EntityLabels(Map<EntityRef, String> known) {

    static final EntityLabels NONE = new EntityLabels(Map.of());

    EntityLabels {
        known = Map.copyOf(known);
    }

    /// Asks the catalog once for all of them.
    static EntityLabels of(Collection<EntityRef> refs, Catalog catalog, Reader reader) {
        return new EntityLabels(catalog.labels(Set.copyOf(refs), reader));
    }

    /// These and others together.
    EntityLabels and(EntityLabels others) {
        Map<EntityRef, String> all = new HashMap<>(known);
        all.putAll(others.known);
        return new EntityLabels(all);
    }

    /// A text as a ref; empty where it is none.
    static Optional<EntityRef> ref(String text) {
        try {
            return Optional.of(EntityRef.parse(text));
        } catch (Refusal.InvalidInput none) {
            return Optional.empty();
        }
    }

    String of(EntityRef ref) {
        return known.getOrDefault(ref, ref.shortName());
    }
}
