package dev.portico.access.internal;

import dev.portico.access.Drafts;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.kernel.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/// The drafts in the database, as far as a reader may see them.
@Service
final class StoredDrafts implements Drafts {

    private final PolicyRows rows;
    private final PolicyRights rights;

    StoredDrafts(PolicyRows rows, PolicyRights rights) {
        this.rows = rows;
        this.rights = rights;
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
