package dev.portico.access;

import org.jspecify.annotations.Nullable;

/// How much somebody could act on.
///
/// @param account    the name of an account; null for whoever asks
/// @param token      the name of a service token, or a personal one with its owner, `jane/laptop`, in place of an
///                   account; null for none
/// @param permission the name of a permission, such as `catalog.entity.read`
/// @param policy     the number of a policy, a draft perhaps; null for the one in force
public record ReachQuestion(
        @Nullable String account,
        @Nullable String token,
        String permission,
        @Nullable Integer policy) {}
