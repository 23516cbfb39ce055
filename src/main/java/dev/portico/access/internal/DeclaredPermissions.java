package dev.portico.access.internal;

import dev.portico.access.Permission;
import dev.portico.access.PermissionSource;
import dev.portico.access.Permissions;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Collects the permissions of every source at start; two sources that disagree on one stop it.
@Component
final class DeclaredPermissions implements Permissions {

    private final Map<String, Permission> byName = new TreeMap<>();
    private final Roles roles;

    DeclaredPermissions(List<PermissionSource> sources, Roles roles) {
        this.roles = roles;
        for (PermissionSource source : sources) {
            for (Permission permission : source.permissions()) {
                Permission other = byName.putIfAbsent(permission.name(), permission);
                if (other != null && !other.equals(permission)) {
                    throw new IllegalStateException("Two modules declare the permission " + permission.name()
                            + " and mean different things: \"" + other.sentence() + "\" and \"" + permission.sentence()
                            + "\"");
                }
            }
        }
    }

    @Override
    public Optional<Permission> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public Collection<Permission> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    @Override
    public List<String> roles(Permission permission) {
        return roles.names().stream()
                .filter(role -> opens(roles.grants(role), permission))
                .sorted()
                .toList();
    }

    /// Whether grants of one role allow a permission somewhere: a denial without a condition outweighs all of them.
    static boolean opens(List<HeldGrant> grants, Permission permission) {
        return Rights.of(grants.stream()
                        .filter(grant -> grant.grant().matches(permission))
                        .toList())
                .open();
    }
}
