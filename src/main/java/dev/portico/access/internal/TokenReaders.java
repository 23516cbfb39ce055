package dev.portico.access.internal;

import dev.portico.access.AdminSettings;
import dev.portico.kernel.Reader;
import java.security.MessageDigest;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Turns the text of a token into a reader. The token's row is at most half a second old, and so is its owner's.
@Component
final class TokenReaders {

    /// What the token of `PORTICO_ADMIN_TOKEN` is called.
    static final String ADMIN_NAME = "admin";

    /// How the subject of a reader with a token begins.
    static final String SUBJECT = "token:";

    private final JdbcClient jdbc;
    private final AccountReaders accounts;
    private final Sightings sightings;
    private final GuestTokens guests;
    private final byte @Nullable [] adminToken;
    private final FreshCache<String, Optional<Row>> cache = new FreshCache<>(this::read);

    TokenReaders(
            JdbcClient jdbc, AccountReaders accounts, Sightings sightings, GuestTokens guests, AdminSettings settings) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sightings = sightings;
        this.guests = guests;
        this.adminToken = settings.token().isEmpty() ? null : Digests.sha256(settings.token());
    }

    /// The reader of a token; empty where it is unknown, revoked or over, or its owner is disabled.
    Optional<Reader> reader(String text) {
        byte[] digest = Digests.sha256(text);
        if (adminToken != null && MessageDigest.isEqual(adminToken, digest)) {
            return Optional.of(service(ADMIN_NAME, Set.of(Roles.ADMIN), null, null));
        }
        if (!TokenText.wellFormed(text)) {
            return guests.reader(text);
        }
        return cache.value(HexFormat.of().formatHex(digest)).flatMap(this::reader);
    }

    /// Whether this is the text of `PORTICO_ADMIN_TOKEN`.
    boolean isAdminToken(String text) {
        return adminToken != null && MessageDigest.isEqual(adminToken, Digests.sha256(text));
    }

    void forgetAll() {
        cache.forgetAll();
    }

    private Optional<Reader> reader(Row token) {
        sightings.token(token.id);
        if (token.owner == null) {
            return Optional.of(service(token.name, token.roles, token.scopes, token.spaces));
        }
        return accounts.reader(token.owner).map(owner -> personal(owner, token.name, token.scopes, token.spaces));
    }

    /// Whoever uses a token of an account.
    static Reader personal(Reader owner, String name, @Nullable Set<String> scopes, @Nullable Set<String> spaces) {
        return new Reader(
                SUBJECT + owner.subject().substring("account:".length()) + "/" + name,
                owner.account(),
                owner.name(),
                owner.user(),
                owner.groups(),
                owner.roles(),
                scopes,
                spaces);
    }

    /// Whoever uses a service token of this name.
    static Reader service(String name, Set<String> roles, @Nullable Set<String> scopes, @Nullable Set<String> spaces) {
        return new Reader(SUBJECT + name, null, name, null, Set.of(), roles, scopes, spaces);
    }

    private Optional<Row> read(String digest) {
        return jdbc.sql("SELECT id, name, owner, roles, scopes, spaces FROM access_token"
                        + " WHERE (sha256 = :sha256 OR (former_sha256 = :sha256 AND former_until > now()))"
                        + " AND revoked_at IS NULL AND expires_at > now()")
                .param("sha256", HexFormat.of().parseHex(digest))
                .query((row, number) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("owner", UUID.class),
                AccountReaders.strings(row.getArray("roles")),
                limits(row, "scopes"),
                limits(row, "spaces"));
    }

    /// What limits a token; null where nothing does.
    static @Nullable Set<String> limits(ResultSet row, String column) throws SQLException {
        Array limits = row.getArray(column);
        return limits == null ? null : AccountReaders.strings(limits);
    }

    private record Row(
            UUID id,
            String name,
            @Nullable UUID owner,
            Set<String> roles,
            @Nullable Set<String> scopes,
            @Nullable Set<String> spaces) {}
}
