package dev.portico.access.ui.audit;

import dev.portico.access.AuditLog;
import dev.portico.access.AuditNames;
import dev.portico.access.AuditNames.Told;
import dev.portico.access.Readers;
import dev.portico.audit.AuditEntry;
import dev.portico.audit.AuditQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of one filter, newest first, read on in parts as somebody scrolls. What is written meanwhile does not move
/// them; it shows once they are [read anew][#begin].
final class AuditRows {

    private static final int PART = 100;

    /// Nobody scrolls through more; a filter or the export finds what is older.
    static final int MOST = 5_000;

    private final AuditLog log;
    private final Readers readers;
    private final AuditNames names;
    private final Map<UUID, Told> told = new HashMap<>();
    private final List<AuditEntry> rows = new ArrayList<>();
    private @Nullable AuditQuery query;
    private boolean whole;

    AuditRows(AuditLog log, AuditNames names, Readers readers) {
        this.names = names;
        this.log = log;
        this.readers = readers;
    }

    /// Reads from the newest row on.
    ///
    /// @return whether there is any
    boolean begin(AuditQuery asked) {
        query = asked;
        rows.clear();
        told.clear();
        whole = false;
        more();
        return !rows.isEmpty();
    }

    Stream<AuditEntry> part(int offset, int limit) {
        while (!whole && rows.size() < offset + limit) {
            more();
        }
        int from = Math.min(offset, rows.size());
        return List.copyOf(rows.subList(from, Math.min(from + limit, rows.size()))).stream();
    }

    /// A row of the filter, as far as it is read on for it.
    Optional<AuditEntry> named(String id) {
        int seen = 0;
        while (true) {
            for (; seen < rows.size(); seen++) {
                if (rows.get(seen).id().toString().equals(id)) {
                    return Optional.of(rows.get(seen));
                }
            }
            if (whole) {
                return Optional.empty();
            }
            more();
        }
    }

    /// What people call who did it, and the thing, of a row that was read.
    Told told(AuditEntry row) {
        return told.getOrDefault(row.id(), new Told(row.actor(), AuditDetail.thing(row)));
    }

    /// Whether there are rows that are newer than those read.
    boolean news() {
        if (query == null) {
            return false;
        }
        List<AuditEntry> newest = log.page(readers.current(), query, null, 1);
        UUID first = rows.isEmpty() ? null : rows.getFirst().id();
        return !newest.isEmpty() && !newest.getFirst().id().equals(first);
    }

    private void more() {
        if (query == null) {
            whole = true;
            return;
        }
        UUID after = rows.isEmpty() ? null : rows.getLast().id();
        List<AuditEntry> part = log.page(readers.current(), query, after, PART);
        rows.addAll(part);
        told.putAll(names.of(readers.current(), part));
        whole = part.size() < PART || rows.size() >= MOST;
    }
}
