package dev.portico.access;

import org.jspecify.annotations.Nullable;

/// Who may do something.
///
/// @param permission the name of a permission
/// @param thing      the id of a thing of the permission's resource type; null for whoever may do it somewhere
/// @param policy     the number of a policy, a draft perhaps; null for the one in force
public record HolderQuestion(
        String permission, @Nullable String thing, @Nullable Integer policy) {}
