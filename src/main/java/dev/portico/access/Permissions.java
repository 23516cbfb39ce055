package dev.portico.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Every permission that any module declares. Fixed once the portal has started.
public interface Permissions {

    /// The permission of this name, if any module declares it.
    Optional<Permission> named(String name);

    /// All permissions in the order of their names.
    Collection<Permission> all();

    /// The names of the roles that allow it to whoever holds them, be it under a condition, in alphabetical order.
    List<String> roles(Permission permission);
}
