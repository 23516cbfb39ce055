package dev.portico.access;

import org.jspecify.annotations.Nullable;

/// A role that would give what is asked.
///
/// @param role        its name
/// @param description what it is for
/// @param space       the space that it holds in; null for everywhere
/// @param made        whether there is such a role already; it is made by approving where not
/// @param permissions how many permissions it allows
/// @param obstacle    why the reader may not give it; null where they may
public record RoleOption(
        String role,
        String description,
        @Nullable String space,
        boolean made,
        int permissions,
        @Nullable String obstacle) {

    /// Whether the reader may give it.
    public boolean open() {
        return obstacle == null;
    }
}
