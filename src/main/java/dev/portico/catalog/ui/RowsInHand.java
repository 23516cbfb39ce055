package dev.portico.catalog.ui;

import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.EntityRef;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What the rows of a list show, while they are on their way to the browser.
///
/// A session keeps the refs of its rows alone: whatever else is asked of one later is read then, as the reader may
/// read it then.
final class RowsInHand {

    private final Catalog catalog;
    private final Readers readers;
    private final Runnable taken;
    private final Map<EntityRef, EntitySummary> rows = new HashMap<>();
    private EntityLabels titles = EntityLabels.NONE;

    /// @param taken told whenever something is in hand that is to be forgotten once it is drawn
    RowsInHand(Catalog catalog, Readers readers, Runnable taken) {
        this.catalog = catalog;
        this.readers = readers;
        this.taken = taken;
    }

    /// Takes these up, with what the owners and systems that they name are called.
    void take(Collection<EntitySummary> read) {
        Set<EntityRef> named = new HashSet<>();
        for (EntitySummary row : read) {
            rows.put(row.ref(), row);
            if (row.owner() != null) {
                named.add(row.owner());
            }
            if (row.system() != null) {
                named.add(row.system());
            }
        }
        titles = titles.and(EntityLabels.of(named, catalog, readers.current()));
        taken.run();
    }

    /// A row; of one that has gone meanwhile there is its name alone.
    EntitySummary of(EntityRef ref) {
        if (!rows.containsKey(ref)) {
            take(catalog.matching(CatalogFilter.NONE.query(0, 0), Set.of(ref), readers.current())
                    .values());
        }
        return rows.computeIfAbsent(ref, RowsInHand::gone);
    }

    private static EntitySummary gone(EntityRef ref) {
        return new EntitySummary(
                new UUID(0, 0),
                ref,
                ref.kind(),
                ref.name(),
                null,
                "",
                "",
                "",
                null,
                null,
                List.of(),
                0,
                0,
                true,
                Instant.now());
    }

    /// What another entity that a row names is called.
    String title(EntityRef named) {
        return titles.of(named);
    }

    /// The browser has them.
    void forget() {
        rows.clear();
        titles = EntityLabels.NONE;
    }

    /// The same ref with parts that all rows of all sessions share.
    static EntityRef shared(EntityRef ref) {
        return new EntityRef(ref.kind().intern(), ref.namespace().intern(), ref.name());
    }
}
