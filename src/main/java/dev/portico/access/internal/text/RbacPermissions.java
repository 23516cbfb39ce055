package dev.portico.access.internal.text;

import dev.portico.access.PolicyExchange.Finding.Outcome;
import dev.portico.access.internal.text.RbacCondition.NoCounterpart;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /// The permission that means the same.
    ///
    /// @param resource the name of a permission, or the type of a resource
    /// @throws NoCounterpart where none does: it waits for a decision where other actions of the resource have one
    static String counterpart(String resource, String action) throws NoCounterpart {
        @Nullable String permission = COUNTERPARTS.get(resource + ' ' + action);
        if (permission != null) {
            return permission;
        }
        String actions = COUNTERPARTS.keySet().stream()
                .filter(known -> known.startsWith(resource + ' '))
                .map(known -> known.substring(resource.length() + 1))
                .sorted()
                .collect(Collectors.joining(", "));
        if (actions.isEmpty()) {
            throw new NoCounterpart(resource + ", " + action
                    + " has no counterpart; nothing in Portico asks for it, so it can be left out");
        }
        throw new NoCounterpart(
                Outcome.OPEN,
                resource + ", " + action + " has no counterpart; what has one of " + resource + " is " + actions);
    }
}
