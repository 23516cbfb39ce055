package dev.portico.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A local account to be made.
///
/// @param name        1 to 63 of `a-z`, `0-9`, `.`, `_` and `-`, beginning and ending with a letter or digit
/// @param displayName the name to show; the name itself where empty
/// @param email       the address, where one is known
/// @param roles       names of roles
/// @param password    12 characters or more
public record NewAccount(
        String name, String displayName, @Nullable String email, Set<String> roles, String password) {

    public NewAccount {
        roles = Set.copyOf(roles);
    }

    /// Without the password.
    @Override
    public String toString() {
        return "NewAccount[name=" + name + ", roles=" + roles + "]";
    }
}
