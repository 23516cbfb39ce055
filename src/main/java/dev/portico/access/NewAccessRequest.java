package dev.portico.access;

import org.jspecify.annotations.Nullable;

/// What somebody asks for.
///
/// @param permission the name of a permission
/// @param thing      the id of a thing that they may know of, such as `component:default/fare-engine`; null for none
/// @param space      the name of a space; null for none, or for the one that the thing belongs to
/// @param reason     why, in 1 to 500 characters
/// @param days       for how many days; null to leave it open
public record NewAccessRequest(
        String permission,
        @Nullable String thing,
        @Nullable String space,
        String reason,
        @Nullable Integer days) {}
