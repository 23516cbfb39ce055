package dev.portico.access.internal;

import dev.portico.access.AuditNames;
import dev.portico.access.SubjectNames;
import dev.portico.audit.AuditEntry;
import dev.portico.kernel.Reader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Looks the names up where things are kept, and else takes them from what the row tells of the thing.
@Service
final class StoredAuditNames implements AuditNames {

    private static final String ACCOUNT = "account";
    private static final int ID_LENGTH = 36;

    /// The name of a thing by its id, for the types whose things are called by ids.
    private static final Map<String, String> NAMES = Map.of(
            ACCOUNT,
            "SELECT id, display_name FROM access_account WHERE id = ANY(?::uuid[])",
            "token",
            "SELECT token.id, 'The token ' || token.name || coalesce(' of ' || owner.display_name, ' of a service')"
                    + " FROM access_token AS token LEFT JOIN access_account AS owner ON owner.id = token.owner"
                    + " WHERE token.id = ANY(?::uuid[])",
            "session",
            "SELECT session.id, 'A session of ' || account.display_name FROM access_session AS session"
                    + " JOIN access_account AS account ON account.id = session.account"
                    + " WHERE session.id = ANY(?::uuid[])",
            "access-review",
            "SELECT id, 'The review ' || title FROM access_review WHERE id = ANY(?::uuid[])",
            "access-request",
            "SELECT request.id, 'The request of ' || account.display_name || ' for ' || request.permission"
                    + " FROM access_request AS request JOIN access_account AS account ON account.id = request.account"
                    + " WHERE request.id = ANY(?::uuid[])");

    private final JdbcClient jdbc;
    private final Guard guard;
    private final SubjectNames subjects;
    private final JsonMapper json;

    StoredAuditNames(JdbcClient jdbc, Guard guard, SubjectNames subjects, JsonMapper json) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.subjects = subjects;
        this.json = json;
    }

    @Override
    public Map<UUID, Told> of(Reader reader, Collection<AuditEntry> rows) {
        guard.requireReading(reader, AuditPermissions.READ);
        Map<String, String> called = subjects.of(Stream.concat(
                        rows.stream().map(AuditEntry::actor),
                        rows.stream()
                                .filter(row -> row.thingType().equals(ACCOUNT))
                                .map(row -> ACCOUNT + ":" + row.thingId()))
                .distinct()
                .toList());
        Map<String, String> things = new HashMap<>();
        NAMES.forEach((type, query) -> things.putAll(names(type, query, rows)));
        Map<UUID, Told> told = new HashMap<>();
        for (AuditEntry row : rows) {
            told.put(row.id(), new Told(called.getOrDefault(row.actor(), row.actor()), thing(row, things, called)));
        }
        return told;
    }

    private Map<String, String> names(String type, String query, Collection<AuditEntry> rows) {
        String[] ids = rows.stream()
                .filter(row -> row.thingType().equals(type) && isId(row.thingId()))
                .map(AuditEntry::thingId)
                .distinct()
                .toArray(String[]::new);
        Map<String, String> names = new HashMap<>();
        if (ids.length > 0) {
            jdbc.sql(query).param(ids).query(row -> {
                names.put(row.getString(1), row.getString(2));
            });
        }
        return names;
    }

    private String thing(AuditEntry row, Map<String, String> things, Map<String, String> called) {
        @Nullable String known = things.get(row.thingId());
        if (known != null) {
            return known;
        }
        if (isId(row.thingId())) {
            @Nullable String said = ThingWords.said(row, json);
            String type = ThingWords.type(row.thingType());
            if (said != null) {
                return type + " " + said;
            }
            return NAMES.containsKey(row.thingType()) ? type + ", gone by now" : type + " " + row.thingId();
        }
        return row.thingType().equals(ACCOUNT) ? account(row, called) : ThingWords.of(row, json);
    }

    /// An account that is gone is called as the row calls it.
    private String account(AuditEntry row, Map<String, String> called) {
        String name = called.getOrDefault(ACCOUNT + ":" + row.thingId(), row.thingId());
        if (!name.equals(row.thingId())) {
            return name;
        }
        @Nullable String whole = ThingWords.whole(row);
        return whole == null ? Objects.requireNonNullElse(ThingWords.said(row, json), name) : whole;
    }

    private static boolean isId(String text) {
        return text.length() == ID_LENGTH
                && IntStream.range(0, ID_LENGTH)
                        .allMatch(at -> (at == 8 || at == 13 || at == 18 || at == 23)
                                ? text.charAt(at) == '-'
                                : HexFormat.isHexDigit(text.charAt(at)));
    }
}
