package dev.portico.access.internal;

import dev.portico.access.Drafts;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.audit.Audit;
import dev.portico.audit.AuditEntry;
import dev.portico.kernel.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The drafts in the database, as far as a reader may see them.
@Service
final class StoredDrafts implements Drafts {

    private static final int MOST_ROWS = 500;

    private final PolicyRows rows;
    private final PolicyRights rights;
    private final Audit audit;

    StoredDrafts(PolicyRows rows, PolicyRights rights, Audit audit) {
        this.rows = rows;
        this.rights = rights;
        this.audit = audit;
    }

    @Override
    public List<PolicySummary> list(Reader reader) {
        rights.requireAny(reader, AccessPermissions.READ_POLICY);
        return rows.drafts(LONGEST_LIST, rights.draftsOf(reader));
    }

    @Override
    public int count(Reader reader) {
        rights.requireAny(reader, AccessPermissions.READ_POLICY);
        return rows.countDrafts(rights.draftsOf(reader));
    }

    @Override
    public Optional<String> discarded(Reader reader, int number) {
        rights.requireAny(reader, AccessPermissions.READ_POLICY);
        @Nullable DraftMaker maker = rights.draftsOf(reader);
        List<AuditEntry> rows = audit.recent(PolicyWriting.TYPE, Integer.toString(number), MOST_ROWS);
        boolean seen = maker == null
                || actor(rows, Deed.BEGIN_DRAFT).filter(maker::made).isPresent();
        return seen ? actor(rows, Deed.DISCARD_DRAFT) : Optional.empty();
    }

    private static Optional<String> actor(List<AuditEntry> rows, Deed deed) {
        return rows.stream()
                .filter(row -> !row.refused() && row.action().equals(deed.name()))
                .map(AuditEntry::actor)
                .findFirst();
    }

    @Override
    public Map<Integer, Integer> changes(Reader reader) {
        List<PolicySummary> drafts = list(reader);
        if (drafts.isEmpty()) {
            return Map.of();
        }
        List<Role> inForce = seen(reader, rows.inForce().number());
        Map<Integer, Integer> changes = new HashMap<>();
        for (PolicySummary draft : drafts) {
            int number = draft.number();
            changes.put(
                    number,
                    new PolicyChange(inForce, seen(reader, number)).roles().size());
        }
        return changes;
    }

    private List<Role> seen(Reader reader, int number) {
        return rights.seen(reader, rows.roles(number));
    }
}
