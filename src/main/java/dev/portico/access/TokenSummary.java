package dev.portico.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token without what makes it count.
///
/// @param owner      the name of the account it acts as; null for a service token
/// @param hint       the first characters of its text, by which people recognise it
/// @param roles      the roles of a service token
/// @param scopes     what it is limited to; null where only roles limit it
/// @param spaces     the spaces to whose things it is limited; null where none limits it
/// @param lastUsedAt when it was last used, to the minute; null where it never was
/// @param revokedAt  when it was revoked; null where it was not
public record TokenSummary(
        UUID id,
        String name,
        @Nullable String owner,
        String hint,
        Set<String> roles,
        @Nullable Set<String> scopes,
        @Nullable Set<String> spaces,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public TokenSummary {
        roles = Set.copyOf(roles);
        scopes = scopes == null ? null : Set.copyOf(scopes);
        spaces = spaces == null ? null : Set.copyOf(spaces);
    }

    /// The token as it was before it was revoked.
    public TokenSummary living() {
        return new TokenSummary(id, name, owner, hint, roles, scopes, spaces, createdAt, expiresAt, lastUsedAt, null);
    }
}
