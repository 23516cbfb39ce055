package dev.portico.access.internal;

import dev.portico.access.AccountSummary;
import dev.portico.access.PeopleQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The accounts in the database, as they are looked through.
@Repository
class PeopleRows {

    private static final String SUMMARY =
            "SELECT id, name, display_name, email, issuer, roles, enabled, created_at, last_seen_at FROM access_account";
    private static final String MEANT = """
            WHERE (:text = '' OR strpos(lower(name), lower(:text)) > 0
                    OR strpos(lower(display_name), lower(:text)) > 0
                    OR strpos(lower(coalesce(email, '')), lower(:text)) > 0)
                AND (:enabled::boolean IS NULL OR enabled = :enabled::boolean)
                AND (:local::boolean IS NULL OR (issuer IS NULL) = :local::boolean)
                AND (:role = '' OR roles @> ARRAY[:role::text] OR id = ANY(:holders::uuid[]))""";

    private final JdbcClient jdbc;

    PeopleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param holders the accounts that hold the role in question otherwise than by having been given it
    List<AccountSummary> find(PeopleQuery query, Collection<UUID> holders, int from, int limit) {
        return meant(SUMMARY + " " + MEANT + " ORDER BY name LIMIT :limit OFFSET :from", query, holders)
                .param("limit", limit)
                .param("from", from)
                .query(PeopleRows::summary)
                .list();
    }

    int count(PeopleQuery query, Collection<UUID> holders) {
        return meant("SELECT count(*) FROM access_account " + MEANT, query, holders)
                .query(Integer.class)
                .single();
    }

    Optional<AccountSummary> named(String name) {
        return jdbc.sql(SUMMARY + " WHERE name = ?")
                .param(name)
                .query(PeopleRows::summary)
                .optional();
    }

    private JdbcClient.StatementSpec meant(String sql, PeopleQuery query, Collection<UUID> holders) {
        return jdbc.sql(sql)
                .param("text", query.text().strip())
                .param("enabled", query.enabled())
                .param("local", query.local())
                .param("role", query.role())
                .param("holders", holders.toArray(UUID[]::new));
    }

    private static AccountSummary summary(ResultSet row, int number) throws SQLException {
        @Nullable Timestamp seen = row.getTimestamp("last_seen_at");
        return new AccountSummary(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("display_name"),
                row.getString("email"),
                row.getString("issuer"),
                AccountReaders.strings(row.getArray("roles")),
                row.getBoolean("enabled"),
                row.getTimestamp("created_at").toInstant(),
                seen == null ? null : seen.toInstant());
    }
}
