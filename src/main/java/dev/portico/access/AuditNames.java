package dev.portico.access;

import dev.portico.audit.AuditEntry;
import dev.portico.kernel.Reader;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What people call those who did what rows of the trail tell of, and the things that it was done to.
public interface AuditNames {

    /// The names for some rows, by the row's id; takes `audit.entry.read`. Costs a query for each type of thing.
    Map<UUID, Told> of(Reader reader, Collection<AuditEntry> rows);

    /// @param actor who did it: `Marta Lindqvist`
    /// @param thing what it was done to: `The token laptop of Marta Lindqvist`; of a thing that is gone, what
    /// the row itself says of it, else its type
    record Told(String actor, String thing) {}
}
