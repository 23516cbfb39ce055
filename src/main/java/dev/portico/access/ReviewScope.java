package dev.portico.access;

import org.jspecify.annotations.Nullable;

/// What a review is about: one role, or all roles of a space.
///
/// @param role  the role; null for all roles of the space
/// @param space the space; null where it is one role
public record ReviewScope(@Nullable String role, @Nullable String space) {

    public static ReviewScope role(String role) {
        return new ReviewScope(role, null);
    }

    public static ReviewScope space(String space) {
        return new ReviewScope(null, space);
    }

    /// In words: `the role operator`, `the roles of the space payments`.
    public String words() {
        return role == null ? "the roles of the space " + space : "the role " + role;
    }
}
