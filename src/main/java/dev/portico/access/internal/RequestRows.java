package dev.portico.access.internal;

import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequest.State;
import dev.portico.access.NewAccessRequest;
import dev.portico.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The requests in the database.
@Repository
class RequestRows {

    private static final String SELECT = "SELECT request.*, held.name, held.display_name,"
            + " decider.display_name AS decider FROM access_request AS request"
            + " JOIN access_account AS held ON held.id = request.account"
            + " LEFT JOIN access_account AS decider ON 'account:' || decider.name = request.decided_by ";

    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where the account waits for the same already, nothing is inserted.
    ///
    /// @return the id of the new one, or of the one that waits, and whether it is new
    Asked insert(UUID account, NewAccessRequest asked, Duration wait) {
        UUID id = Ids.next();
        int inserted = jdbc.sql("""
                        INSERT INTO access_request (id, account, permission, space, thing, reason, days, state, expires_at)
                        VALUES (:id, :account, :permission, :space, :thing, :reason, :days, 'WAITING',
                            now() + :wait * interval '1 second')
                        ON CONFLICT (account, permission, coalesce(space, '')) WHERE state = 'WAITING' DO NOTHING
                        """)
                .param("id", id)
                .param("account", account)
                .param("permission", asked.permission())
                .param("space", asked.space())
                .param("thing", asked.thing())
                .param("reason", asked.reason())
                .param("days", asked.days())
                .param("wait", wait.toSeconds())
                .update();
        return new Asked(inserted == 1 ? id : same(account, asked), inserted == 1);
    }

    private UUID same(UUID account, NewAccessRequest asked) {
        return Objects.requireNonNull(jdbc.sql("SELECT id FROM access_request WHERE account = ? AND permission = ?"
                        + " AND coalesce(space, '') = ? AND state = 'WAITING'")
                .params(account, asked.permission(), Objects.requireNonNullElse(asked.space(), ""))
                .query(UUID.class)
                .single());
    }

    long waiting(UUID account) {
        return jdbc.sql("SELECT count(*) FROM access_request WHERE account = ? AND state = 'WAITING'")
                .param(account)
                .query(Long.class)
                .single();
    }

    /// How many wait, everywhere or in some spaces.
    long waiting(Seen seen) {
        return jdbc.sql("SELECT count(*) FROM access_request AS request WHERE state = 'WAITING'"
                        + " AND (:all OR space = ANY(:spaces::text[]))")
                .param("all", seen.all())
                .param("spaces", seen.array())
                .query(Long.class)
                .single();
    }

    Optional<AccessRequest> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE request.id = ?")
                .param(id)
                .query(RequestRows::request)
                .optional();
    }

    /// As [#find]; until the transaction ends, nobody else changes it.
    Optional<AccessRequest> lock(UUID id) {
        return jdbc.sql(SELECT + "WHERE request.id = ? FOR UPDATE OF request")
                .param(id)
                .query(RequestRows::request)
                .optional();
    }

    List<AccessRequest> own(UUID account, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT
                        + "WHERE request.account = :account AND (:after::uuid IS NULL OR request.id < :after::uuid)"
                        + " ORDER BY request.id DESC LIMIT :limit")
                .param("account", account)
                .param("after", after)
                .param("limit", limit)
                .query(RequestRows::request)
                .list();
    }

    List<AccessRequest> list(Seen seen, Set<State> states, String who, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + "WHERE request.state = ANY(:states::text[])"
                        + " AND (:all OR request.space = ANY(:spaces::text[]))"
                        + " AND (:who = '' OR strpos(lower(held.name || ' ' || held.display_name), lower(:who)) > 0)"
                        + " AND (:after::uuid IS NULL OR request.id < :after::uuid)"
                        + " ORDER BY request.id DESC LIMIT :limit")
                .param("states", states.stream().map(State::name).toArray(String[]::new))
                .param("all", seen.all())
                .param("spaces", seen.array())
                .param("who", who)
                .param("after", after)
                .param("limit", limit)
                .query(RequestRows::request)
                .list();
    }

    /// Writes what became of a request.
    void decide(UUID id, State state, String by, String answer, @Nullable String role, @Nullable Instant until) {
        jdbc.sql("UPDATE access_request SET state = :state, decided_by = :by, decided_at = now(), answer = :answer,"
                        + " role = :role, until = :until WHERE id = :id")
                .param("state", state.name())
                .param("by", by)
                .param("answer", answer)
                .param("role", role)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /// Those that were approved and have not ended.
    List<AccessRequest> given(Seen seen) {
        return jdbc.sql(SELECT + "WHERE request.state = 'APPROVED' AND request.until > now()"
                        + " AND (:all OR request.space = ANY(:spaces::text[])) ORDER BY request.until DESC, request.id")
                .param("all", seen.all())
                .param("spaces", seen.array())
                .query(RequestRows::request)
                .list();
    }

    /// Those that nobody has answered in time. They stay locked until the transaction ends, and so do those below.
    List<AccessRequest> unanswered() {
        return locked("WHERE request.state = 'WAITING' AND request.expires_at <= now()");
    }

    /// Those given for longer than two days whose role ends within one, and whose account was not told.
    List<AccessRequest> ending() {
        return locked("WHERE request.state = 'APPROVED' AND request.until <= now() + interval '1 day'"
                + " AND request.until > now() AND request.until - request.decided_at > interval '2 days'"
                + " AND request.warned_at IS NULL AND request.ended_at IS NULL");
    }

    /// Those whose role has ended, and whose account was not told.
    List<AccessRequest> over() {
        return locked("WHERE request.state = 'APPROVED' AND request.until <= now() AND request.ended_at IS NULL");
    }

    private List<AccessRequest> locked(String where) {
        return jdbc.sql(SELECT + where + " ORDER BY request.id LIMIT 500 FOR UPDATE OF request SKIP LOCKED")
                .query(RequestRows::request)
                .list();
    }

    void warned(Collection<UUID> ids) {
        jdbc.sql("UPDATE access_request SET warned_at = now() WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    void ended(Collection<UUID> ids) {
        jdbc.sql("UPDATE access_request SET ended_at = now() WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    void prune(Duration keep) {
        jdbc.sql("DELETE FROM access_request WHERE decided_at < now() - :keep * interval '1 second'"
                        + " AND (until IS NULL OR until < now() - :keep * interval '1 second')")
                .param("keep", keep.toSeconds())
                .update();
    }

    /// A request that was asked for, and whether it is new.
    record Asked(UUID id, boolean made) {}

    /// Where somebody may see requests.
    ///
    /// @param all    everywhere
    /// @param spaces the spaces where that is not so
    record Seen(boolean all, Set<String> spaces) {

        Seen {
            spaces = Set.copyOf(spaces);
        }

        String[] array() {
            return spaces.toArray(String[]::new);
        }

        boolean none() {
            return !all && spaces.isEmpty();
        }
    }

    private static AccessRequest request(ResultSet row, int line) throws SQLException {
        @Nullable String decidedBy = row.getString("decided_by");
        @Nullable String decider = row.getString("decider");
        return new AccessRequest(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getString("display_name"),
                row.getString("permission"),
                row.getString("space"),
                row.getString("thing"),
                row.getString("reason"),
                row.getObject("days", Integer.class),
                State.valueOf(row.getString("state")),
                Objects.requireNonNull(instant(row, "made_at")),
                Objects.requireNonNull(instant(row, "expires_at")),
                decidedBy,
                decider == null && decidedBy != null ? StoredSubjectNames.plainly(decidedBy) : decider,
                instant(row, "decided_at"),
                row.getString("answer"),
                row.getString("role"),
                instant(row, "until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
