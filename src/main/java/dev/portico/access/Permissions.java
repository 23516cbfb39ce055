package dev.portico.access;

import java.util.Collection;
import java.util.Optional;

/// Every permission that any module declares. Fixed once the portal has started.
public interface Permissions {

    /// The permission of this name, if any module declares it.
    Optional<Permission> named(String name);

    /// All permissions in the order of their names.
    Collection<Permission> all();
}
