package dev.portico.access;

import dev.portico.audit.AuditEntry;
import dev.portico.audit.AuditQuery;
import dev.portico.audit.ChainState;
import dev.portico.audit.Verification;
import dev.portico.kernel.Reader;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The audit trail, for those who may read it.
public interface AuditLog {

    /// Rows that fit, newest first; takes `audit.entry.read`.
    ///
    /// @param after the row after which to go on; null to begin
    /// @param limit how many at most, 1 to 500
    List<AuditEntry> page(Reader reader, AuditQuery query, @Nullable UUID after, int limit);

    /// All rows that fit, newest first, read in parts while they are consumed; takes `audit.entry.export`. That
    /// somebody exports is itself a row of the trail, which is written before the first is given.
    ///
    /// @param format what they are exported as, for that row
    Stream<AuditEntry> export(Reader reader, AuditQuery query, String format);

    /// How the chain stands; takes `audit.entry.read`.
    ChainState chain(Reader reader);

    /// Looks at every row, link and signature now; takes `audit.chain.verify`. It takes seconds for a million rows.
    Verification verify(Reader reader);
}
