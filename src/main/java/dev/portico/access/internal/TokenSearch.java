package dev.portico.access.internal;

import dev.portico.access.TokenQuery;
import dev.portico.access.TokenSummary;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tokens in the database, as they are looked through.
@Repository
class TokenSearch {

    private static final String MEANT = """
            WHERE (:after::uuid IS NULL OR token.id < :after::uuid)
                AND (:text = '' OR strpos(token.name, lower(:text)) > 0
                    OR strpos(lower(coalesce(account.name, '')), lower(:text)) > 0
                    OR (:text <> '' AND starts_with(:text, token.hint)))
                AND (:space = '' OR token.spaces @> ARRAY[:space::text])
                AND (:owner = '' OR account.name = :owner)
                AND (:kind = 'ANY' OR (token.owner IS NULL) = (:kind = 'SERVICE'))
                AND\s""";

    private final JdbcClient jdbc;

    TokenSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that a query means, newest first.
    List<TokenSummary> find(TokenQuery query, @Nullable UUID after, int limit) {
        return jdbc.sql(TokenRows.SUMMARY + MEANT + state(query.state()) + " ORDER BY token.id DESC LIMIT :limit")
                .param("after", after)
                .param("text", query.text().strip())
                .param("space", query.space())
                .param("owner", query.owner())
                .param("kind", query.kind().name())
                .param("limit", limit)
                .query(TokenRows::summary)
                .list();
    }

    /// What was over when its name was given anew is marked as revoked at its end.
    private static String state(TokenQuery.State state) {
        String living = "(token.revoked_at IS NULL AND token.expires_at > now()";
        return switch (state) {
            case LIVING -> living + ")";
            case ENDING -> living + " AND token.expires_at <= now() + interval '" + TokenQuery.SOON_DAYS + " days')";
            case UNUSED -> living + " AND token.last_used_at IS NULL)";
            case OVER ->
                "(token.expires_at <= now() AND coalesce(token.revoked_at, token.expires_at)" + " >= token.expires_at)";
            case REVOKED -> "(token.revoked_at < token.expires_at)";
            case ANY -> "true";
        };
    }
}
