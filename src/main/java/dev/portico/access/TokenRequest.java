package dev.portico.access;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token to be made.
///
/// @param name    what it is for, 1 to 63 of `a-z`, `0-9`, `.`, `_` and `-`
/// @param service whether it stands for a service, with roles of its own, and not for the reader
/// @param roles   the roles of a service token; empty for a personal one
/// @param scopes  permissions or patterns such as `catalog.*` that it is limited to; null where only its roles limit it
/// @param spaces  the spaces to whose things it is limited; null where none limits it
/// @param life    how long it counts; null for 30 days
public record TokenRequest(
        String name,
        boolean service,
        Set<String> roles,
        @Nullable Set<String> scopes,
        @Nullable Set<String> spaces,
        @Nullable Duration life) {

    public TokenRequest {
        roles = Set.copyOf(roles);
        scopes = scopes == null ? null : Set.copyOf(scopes);
        spaces = spaces == null ? null : Set.copyOf(spaces);
    }

    /// A token that no space limits.
    public TokenRequest(
            String name, boolean service, Set<String> roles, @Nullable Set<String> scopes, @Nullable Duration life) {
        this(name, service, roles, scopes, null, life);
    }

    /// The same token, limited to what belongs to these spaces.
    public TokenRequest within(Set<String> limits) {
        return new TokenRequest(name, service, roles, scopes, limits, life);
    }

    /// A token that acts as the reader.
    public static TokenRequest personal(String name, @Nullable Set<String> scopes) {
        return new TokenRequest(name, false, Set.of(), scopes, null);
    }

    /// A token that has roles of its own.
    public static TokenRequest service(String name, Set<String> roles, @Nullable Set<String> scopes) {
        return new TokenRequest(name, true, roles, scopes, null);
    }
}
