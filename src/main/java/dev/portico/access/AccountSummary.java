package dev.portico.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account as others see it. Holds nothing that signs anybody in.
///
/// @param name        what people sign in with, and what maps to a User entity
/// @param displayName the name to show
/// @param email       the address, where one is known
/// @param issuer      the OIDC provider that vouches for the account; null for a local one
/// @param roles       the names of the roles held
/// @param enabled     whether it may sign in
/// @param lastSeenAt  when it last did something, to the minute; null where it never did
public record AccountSummary(
        UUID id,
        String name,
        String displayName,
        @Nullable String email,
        @Nullable String issuer,
        Set<String> roles,
        boolean enabled,
        Instant createdAt,
        @Nullable Instant lastSeenAt) {

    public AccountSummary {
        roles = Set.copyOf(roles);
    }

    /// Whether it signs in with a password that Portico holds.
    public boolean local() {
        return issuer == null;
    }
}
