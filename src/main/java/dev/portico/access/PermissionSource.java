package dev.portico.access;

import java.util.List;

/// A module's permissions, as a bean. Access collects every source at start, so nobody keeps a list by hand.
public interface PermissionSource {

    /// The permissions the module checks.
    List<Permission> permissions();
}
