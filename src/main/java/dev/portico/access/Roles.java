package dev.portico.access;

import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The built-in roles and what they grant.
@Component
final class Roles {

    private static final Condition ALWAYS = new Condition.AllOf(List.of());
    private static final Condition PUBLIC = new Condition.LabelHas("portico.dev/visibility", "public");

    private static final Map<String, List<Grant>> BUILT_IN = Map.of(
            "admin", List.of(new Grant("admin", "*", ALWAYS)),
            "engineer",
                    List.of(
                            new Grant("engineer", "catalog.entity.read", ALWAYS),
                            new Grant("engineer", "catalog.entity.refresh", new Condition.OwnerIsMine()),
                            new Grant("engineer", "catalog.entity.validate", ALWAYS),
                            new Grant("engineer", "catalog.source.read", ALWAYS)),
            "guest", List.of(new Grant("guest", "catalog.entity.read", PUBLIC)));

    /// The grants of the reader's roles that match the permission.
    List<Grant> grants(Reader reader, Permission permission) {
        List<Grant> grants = new ArrayList<>();
        for (String role : reader.roles()) {
            for (Grant grant : BUILT_IN.getOrDefault(role, List.of())) {
                if (grant.matches(permission)) {
                    grants.add(grant);
                }
            }
        }
        return grants;
    }

    /// One line of a role: a permission or pattern, under a condition.
    record Grant(String role, String pattern, Condition condition) {

        boolean unconditional() {
            return condition.equals(ALWAYS);
        }

        boolean matches(Permission permission) {
            return pattern.equals("*") || pattern.equals(permission.name());
        }

        String sentence(Permission permission, boolean holds) {
            String what = "The role " + role + " grants " + permission.name();
            if (unconditional()) {
                return what + ".";
            }
            return what + " where " + condition + (holds ? ", which holds." : ", which does not hold.");
        }
    }
}
