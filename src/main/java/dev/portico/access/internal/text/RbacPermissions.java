package dev.portico.access.internal.text;

import java.util.Map;
import java.util.Optional;

/// The permissions of Backstage and of Red Hat's RBAC plugin that have a counterpart, by their name or by the type of
/// the resource, and the action. `docs/access.md` has the same table for people.
final class RbacPermissions {

    private static final String REGISTER = "catalog.source.register";
    private static final String EDIT = "access.role.edit";

    private static final Map<String, String> COUNTERPARTS = Map.ofEntries(
            Map.entry("catalog.entity.read read", "catalog.entity.read"),
            Map.entry("catalog-entity read", "catalog.entity.read"),
            Map.entry("catalog.entity.refresh update", "catalog.entity.refresh"),
            Map.entry("catalog-entity update", "catalog.entity.refresh"),
            Map.entry("catalog.entity.delete delete", "catalog.entity.delete"),
            Map.entry("catalog-entity delete", "catalog.entity.delete"),
            Map.entry("catalog.entity.create create", REGISTER),
            Map.entry("catalog.entity.validate use", "catalog.entity.validate"),
            Map.entry("catalog.location.read read", "catalog.source.read"),
            Map.entry("catalog.location.create create", REGISTER),
            Map.entry("catalog.location.delete delete", "catalog.source.remove"),
            Map.entry("catalog.location.analyze use", "catalog.entity.validate"),
            Map.entry("policy.entity.read read", "access.policy.read"),
            Map.entry("policy-entity read", "access.policy.read"),
            Map.entry("policy.entity.create create", EDIT),
            Map.entry("policy-entity create", EDIT),
            Map.entry("policy.entity.update update", EDIT),
            Map.entry("policy-entity update", EDIT),
            Map.entry("policy.entity.delete delete", EDIT),
            Map.entry("policy-entity delete", EDIT));

    private RbacPermissions() {}

    /// The permission that means the same; empty where none does.
    ///
    /// @param resource the name of a permission, or the type of a resource
    static Optional<String> counterpart(String resource, String action) {
        return Optional.ofNullable(COUNTERPARTS.get(resource + ' ' + action));
    }
}
