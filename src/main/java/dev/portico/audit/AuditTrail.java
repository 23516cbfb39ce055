package dev.portico.audit;

import dev.portico.audit.internal.Verifications;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The front door of those who read the trail. It does not ask who reads: whoever calls it does.
@Service
public final class AuditTrail {

    /// How many rows one call gives at most.
    public static final int LONGEST_PAGE = 500;

    private final JdbcClient database;
    private final Verifications verifications;

    AuditTrail(JdbcClient database, Verifications verifications) {
        this.database = database;
        this.verifications = verifications;
    }

    /// Rows that fit, newest first.
    ///
    /// @param after the row after which to go on; null to begin
    /// @param limit how many at most, 1 to [#LONGEST_PAGE]
    public List<AuditEntry> page(AuditQuery query, @Nullable UUID after, int limit) {
        List<String> tests = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        add(tests, values, "entry.actor = :actor", "actor", query.actor());
        add(tests, values, "entry.thing_type = :type", "type", query.thingType());
        add(tests, values, "entry.thing_id = :thing", "thing", query.thingId());
        add(tests, values, "entry.refused = :refused", "refused", query.refused());
        add(
                tests,
                values,
                "entry.at >= :from",
                "from",
                query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC));
        add(
                tests,
                values,
                "entry.at < :to",
                "to",
                query.to() == null ? null : query.to().atOffset(ZoneOffset.UTC));
        if (query.action() != null && query.action().endsWith("*")) {
            add(
                    tests,
                    values,
                    "(entry.action LIKE :action OR entry.permission LIKE :action)",
                    "action",
                    beginning(query.action()));
        } else {
            add(tests, values, "(entry.action = :action OR entry.permission = :action)", "action", query.action());
        }
        add(tests, values, "(entry.at, entry.id) < (SELECT at, id FROM audit_entry WHERE id = :after)", "after", after);
        return database.sql("SELECT entry.*, link.n FROM audit_entry AS entry"
                        + " LEFT JOIN audit_link AS link ON link.entry = entry.id WHERE " + String.join(" AND ", tests)
                        + " ORDER BY entry.at DESC, entry.id DESC LIMIT :limit")
                .params(values)
                .param("limit", Math.clamp(limit, 1, LONGEST_PAGE))
                .query(AuditEntry.ROW)
                .list();
    }

    /// How the chain stands. Costs two short queries; nothing is verified for it.
    public ChainState chain() {
        return verifications.state();
    }

    /// Looks at every row, link and signature, on the bulk route, and remembers the outcome.
    public Verification verify() {
        return verifications.verify();
    }

    private static void add(
            List<String> tests, Map<String, Object> values, String test, String name, @Nullable Object value) {
        if (value != null) {
            tests.add(test);
            values.put(name, value);
        }
    }

    private static String beginning(String action) {
        return action.substring(0, action.length() - 1)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
