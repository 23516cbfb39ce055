package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Permission;
import dev.portico.access.Rule;
import dev.portico.kernel.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The built-in roles and what they grant.
@Component
final class Roles {

    static final String ADMIN = "admin";
    static final String ENGINEER = "engineer";
    static final String GUEST = "guest";

    private static final Condition PUBLIC = new Rule.LabelHas("portico.dev/visibility", Set.of("public"));

    private static final Map<String, List<Grant>> BUILT_IN = Map.of(
            ADMIN,
            List.of(Grant.allow(ADMIN, "*")),
            ENGINEER,
            List.of(
                    Grant.allow(ENGINEER, "access.token.own"),
                    Grant.allow(ENGINEER, "catalog.entity.read"),
                    Grant.allow(ENGINEER, "catalog.entity.refresh", new Rule.OwnerIsMine()),
                    Grant.allow(ENGINEER, "catalog.entity.validate"),
                    Grant.allow(ENGINEER, "catalog.source.read"),
                    Grant.allow(ENGINEER, "catalog.view.share")),
            GUEST,
            List.of(Grant.allow(GUEST, "catalog.entity.read", PUBLIC)));

    /// The names of all roles there are.
    Set<String> names() {
        return BUILT_IN.keySet();
    }

    /// The grants of the reader's roles that match the permission, by role name.
    List<Grant> grants(Reader reader, Permission permission) {
        return reader.roles().stream()
                .sorted()
                .flatMap(role -> grants(role).stream())
                .filter(grant -> grant.matches(permission))
                .toList();
    }

    /// What one role grants; nothing where there is no such role.
    List<Grant> grants(String role) {
        return BUILT_IN.getOrDefault(role, List.of());
    }
}
