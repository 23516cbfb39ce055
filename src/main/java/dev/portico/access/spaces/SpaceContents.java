package dev.portico.access.spaces;

import dev.portico.kernel.EntityRef;
import java.util.Set;

/// Knows which groups are below which. What those groups own belongs to the space. At most one bean implements it;
/// without one, a space holds what its root groups own themselves.
///
/// Asked at most twice a second for each space that somebody's rights speak of, on whatever thread serves the request.
/// An exception is a refusal of all that depends on the space.
public interface SpaceContents {

    /// These groups with all groups below them.
    Set<EntityRef> withGroupsBelow(Set<EntityRef> roots);
}
