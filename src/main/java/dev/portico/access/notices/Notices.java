package dev.portico.access.notices;

import java.util.Collection;
import java.util.UUID;

/// Tells people something. At most one bean implements it; without one, nobody is told.
public interface Notices {

    /// Tells these accounts, in the caller's transaction: what is rolled back was not told.
    void tell(Collection<UUID> accounts, Notice notice);
}
