package dev.portico.access.internal;

import dev.portico.access.TokenRequest;
import dev.portico.access.TokenSummary;
import dev.portico.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tokens in the database. Their times are the database's, so that all nodes agree on when one is over.
@Repository
class TokenRows {

    /// Reads what [#summary] takes, of tokens and, as `account`, of their owners.
    static final String SUMMARY = "SELECT token.*, account.name AS owner_name FROM access_token AS token"
            + " LEFT JOIN access_account AS account ON account.id = token.owner ";

    private final JdbcClient jdbc;

    TokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            UUID id,
            @Nullable UUID owner,
            @Nullable UUID parent,
            TokenRequest request,
            @Nullable Set<String> scopes,
            @Nullable Set<String> spaces,
            String text,
            String by,
            Duration life) {
        // The index of living names cannot know the time: what is over gives its name free here.
        jdbc.sql("UPDATE access_token SET revoked_at = expires_at WHERE name = :name"
                        + " AND owner IS NOT DISTINCT FROM :owner::uuid AND revoked_at IS NULL AND expires_at <= now()")
                .param("name", request.name())
                .param("owner", owner)
                .update();
        jdbc.sql("""
                        INSERT INTO access_token
                            (id, name, owner, parent, roles, scopes, spaces, sha256, hint, created_by, expires_at)
                        VALUES (:id, :name, :owner::uuid, :parent::uuid, :roles::text[], :scopes::text[],
                            :spaces::text[], :sha256, :hint, :by, least(now() + :seconds * interval '1 second',
                                (SELECT expires_at FROM access_token WHERE id = :parent::uuid)))
                        """)
                .param("id", id)
                .param("name", request.name())
                .param("owner", owner)
                .param("parent", parent)
                .param("roles", request.roles().toArray(String[]::new))
                .param("scopes", scopes == null ? null : scopes.toArray(String[]::new))
                .param("spaces", spaces == null ? null : spaces.toArray(String[]::new))
                .param("sha256", Digests.sha256(text))
                .param("hint", TokenText.hint(text))
                .param("by", by)
                .param("seconds", life.toSeconds())
                .update();
    }

    TokenSummary known(UUID id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    static Refusal.NotFound unknown(UUID id) {
        return new Refusal.NotFound("token-unknown", "There is no token with the id " + id);
    }

    Optional<TokenSummary> find(UUID id) {
        return jdbc.sql(SUMMARY + "WHERE token.id = ?")
                .param(id)
                .query(TokenRows::summary)
                .optional();
    }

    List<TokenSummary> ofOwner(UUID owner, @Nullable UUID after, int limit) {
        // Newest first: an id begins with its time.
        return jdbc.sql(SUMMARY + "WHERE (:after::uuid IS NULL OR token.id < :after::uuid) AND token.owner = :owner"
                        + " ORDER BY token.id DESC LIMIT :limit")
                .param("after", after)
                .param("owner", owner)
                .param("limit", limit)
                .query(TokenRows::summary)
                .list();
    }

    boolean isOwnedBy(UUID id, UUID owner) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM access_token WHERE id = ? AND owner = ?)")
                .param(id)
                .param(owner)
                .query(Boolean.class)
                .single();
    }

    /// The living token of this owner and name. It stays as it is until the transaction ends.
    Optional<UUID> living(@Nullable UUID owner, String name) {
        return jdbc.sql("SELECT id FROM access_token WHERE name = :name AND owner IS NOT DISTINCT FROM :owner::uuid"
                        + " AND revoked_at IS NULL AND expires_at > now() FOR SHARE")
                .param("name", name)
                .param("owner", owner)
                .query(UUID.class)
                .optional();
    }

    /// Revokes the token with all that were made by it, by those, and so on.
    ///
    /// @return those that were living
    List<UUID> revoke(UUID id) {
        List<UUID> revoked = new ArrayList<>();
        List<UUID> more = revokeKnown(id);
        // One that was being made by a token at this moment shows once that token's row could be locked.
        while (!more.isEmpty()) {
            revoked.addAll(more);
            more = revokeKnown(id);
        }
        return revoked;
    }

    private List<UUID> revokeKnown(UUID id) {
        return jdbc.sql("""
                        WITH RECURSIVE line (id) AS (
                            SELECT :id::uuid
                            UNION
                            SELECT made.id FROM access_token AS made JOIN line ON made.parent = line.id)
                        UPDATE access_token SET revoked_at = now()
                        WHERE id IN (SELECT id FROM line) AND revoked_at IS NULL
                        RETURNING id
                        """)
                .param("id", id)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Gives a living token another text. The former one counts for the overlap.
    ///
    /// @param life how long it counts from now on; null to leave its end as it is. It never outlives its parent
    /// @return 0 where it is revoked or over
    int rotate(UUID id, String text, Duration overlap, @Nullable Duration life) {
        return jdbc.sql("""
                        UPDATE access_token AS token SET
                            former_sha256 = CASE WHEN :overlap > 0 THEN sha256 END,
                            former_until = CASE WHEN :overlap > 0 THEN now() + :overlap * interval '1 second' END,
                            sha256 = :sha256,
                            hint = :hint,
                            expires_at = CASE WHEN :life::bigint IS NULL THEN expires_at
                                ELSE least(now() + :life::bigint * interval '1 second',
                                    (SELECT parent.expires_at FROM access_token AS parent WHERE parent.id = token.parent))
                                END
                        WHERE id = :id AND revoked_at IS NULL AND expires_at > now()
                        """)
                .param("id", id)
                .param("overlap", overlap.toSeconds())
                .param("sha256", Digests.sha256(text))
                .param("hint", TokenText.hint(text))
                .param("life", life == null ? null : life.toSeconds())
                .update();
    }

    /// The token whose text this is, or was and still counts.
    Optional<UUID> ofText(String text) {
        return jdbc.sql("SELECT id FROM access_token"
                        + " WHERE sha256 = :sha256 OR (former_sha256 = :sha256 AND former_until > now())")
                .param("sha256", Digests.sha256(text))
                .query(UUID.class)
                .optional();
    }

    /// The living tokens that are limited to a space, be it among others.
    List<TokenSummary> ofSpace(String space) {
        return jdbc.sql(SUMMARY + "WHERE token.spaces @> ARRAY[:space::text] AND token.revoked_at IS NULL"
                        + " AND token.expires_at > now() ORDER BY token.id")
                .param("space", space)
                .query(TokenRows::summary)
                .list();
    }

    /// Takes a space from those that a token is limited to.
    void leave(UUID id, String space) {
        jdbc.sql("UPDATE access_token SET spaces = array_remove(spaces, :space) WHERE id = :id")
                .param("space", space)
                .param("id", id)
                .update();
    }

    /// Revokes every token of an account, with all that was made by them.
    ///
    /// @return those that were living
    List<UUID> revokeAll(UUID owner) {
        return jdbc
                .sql("SELECT id FROM access_token WHERE owner = ? AND revoked_at IS NULL ORDER BY id")
                .param(owner)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .flatMap(id -> revoke(id).stream())
                .toList();
    }

    /// Removes every token of an account, with what is known of them. What they made for services ends and stays known.
    ///
    /// @return what of that was living
    List<UUID> removeAll(UUID owner) {
        List<UUID> own = jdbc.sql("SELECT id FROM access_token WHERE owner = ?")
                .param(owner)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        List<UUID> ended = own.stream()
                .flatMap(id -> revoke(id).stream())
                .filter(id -> !own.contains(id))
                .toList();
        jdbc.sql("UPDATE access_token SET parent = NULL WHERE owner IS DISTINCT FROM :owner"
                        + " AND parent IN (SELECT id FROM access_token WHERE owner = :owner)")
                .param("owner", owner)
                .update();
        jdbc.sql("DELETE FROM access_token WHERE owner = ?").param(owner).update();
        return ended;
    }

    static TokenSummary summary(ResultSet row, int number) throws SQLException {
        return new TokenSummary(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("owner_name"),
                row.getString("hint"),
                AccountReaders.strings(row.getArray("roles")),
                TokenReaders.limits(row, "scopes"),
                TokenReaders.limits(row, "spaces"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
