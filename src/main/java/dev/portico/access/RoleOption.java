package dev.portico.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A role that would give what is asked.
///
/// @param role        its name
/// @param description what it is for
/// @param space       the space that it holds in; null for everywhere
/// @param made        whether there is such a role already; it is made by approving where not
/// @param permissions how many permissions it allows
/// @param adds        what else it allows, beside what is asked, that whoever asks does not hold yet
/// @param obstacle    why the reader may not give it; null where they may
public record RoleOption(
        String role,
        String description,
        @Nullable String space,
        boolean made,
        int permissions,
        List<Permission> adds,
        @Nullable String obstacle) {

    public RoleOption {
        adds = List.copyOf(adds);
    }

    /// What it brings beside what is asked: `14 more permissions`; empty where that is nothing.
    public String more() {
        return adds.isEmpty() ? "" : adds.size() == 1 ? "1 more permission" : adds.size() + " more permissions";
    }

    /// Whether the reader may give it.
    public boolean open() {
        return obstacle == null;
    }
}
