package dev.portico.catalog;

import dev.portico.catalog.internal.OrphanRemoval;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import org.springframework.stereotype.Service;

/// Entities that nothing places any more and that were kept all the same.
@Service
public final class Orphans {

    private final OrphanRemoval removal;

    Orphans(OrphanRemoval removal) {
        this.removal = removal;
    }

    /// Whether the entity is an orphan that the reader may take out.
    public boolean mayRemove(EntitySummary entity, Reader reader) {
        return entity.orphan() && removal.allows(entity.ref(), reader);
    }

    /// Takes an orphan out of the catalog; its history stays. Audited.
    ///
    /// @throws Refusal.NotFound  when there is no such entity that the reader may read
    /// @throws Refusal.Forbidden when the reader may not delete it
    /// @throws Refusal.Conflict  when a source still places it: it would be back with the next run
    public void remove(EntityRef ref, Reader reader) {
        removal.remove(ref, reader);
    }
}
