package dev.portico.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to change of an account; null leaves a part as it is.
///
/// @param displayName the name to show
/// @param email       the address; empty for none
/// @param roles       all roles that the account shall hold from now on
/// @param enabled     whether it may sign in
public record AccountEdit(
        @Nullable String displayName,
        @Nullable String email,
        @Nullable Set<String> roles,
        @Nullable Boolean enabled) {

    public AccountEdit {
        roles = roles == null ? null : Set.copyOf(roles);
    }

    /// Sets the roles and leaves the rest.
    public static AccountEdit roles(Set<String> roles) {
        return new AccountEdit(null, null, roles, null);
    }

    /// Enables or disables and leaves the rest.
    public static AccountEdit enabled(boolean enabled) {
        return new AccountEdit(null, null, null, enabled);
    }
}
