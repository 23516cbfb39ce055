package dev.portico.access;

import org.jspecify.annotations.Nullable;

/// Who may do what with which thing.
///
/// @param account    the name of an account; null for whoever asks
/// @param token      the name of a service token, or a personal one with its owner, `jane/laptop`, in place of an
///                   account; null for none
/// @param permission the name of a permission
/// @param thing      the id of a thing of the permission's resource type, such as `component:default/fare-engine`; null
///                   for none
/// @param policy     the number of a policy, a draft perhaps; null for the one in force
public record DecisionQuestion(
        @Nullable String account,
        @Nullable String token,
        String permission,
        @Nullable String thing,
        @Nullable Integer policy) {

    /// A question about an account.
    public DecisionQuestion(
            @Nullable String account, String permission, @Nullable String thing, @Nullable Integer policy) {
        this(account, null, permission, thing, policy);
    }
}
