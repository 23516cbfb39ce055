package dev.portico.access.notices;

import java.util.Collection;
import java.util.UUID;

/// Tells people something. At most one bean implements it; without one, nobody is told.
public interface Notices {

    /// Tells these accounts, in the caller's transaction: what is rolled back was not told.
    void tell(Collection<UUID> accounts, Notice notice);

    /// There is nothing left to do about what was told with this link, in the caller's transaction. Whoever was told
    /// keeps it among what they have read.
    void settled(String link);
}
