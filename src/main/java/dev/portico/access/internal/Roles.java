package dev.portico.access.internal;

import dev.portico.access.Role;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The roles of the policy in force, and the names of those that code speaks of.
@Component
final class Roles {

    static final String ADMIN = "admin";
    static final String ENGINEER = "engineer";
    static final String GUEST = "guest";

    private final PolicyInForce policies;

    Roles(PolicyInForce policies) {
        this.policies = policies;
    }

    /// The names of all roles there are.
    Set<String> names() {
        return policies.evaluator().roles().names();
    }

    /// All roles there are, in the order of their names.
    Collection<Role> all() {
        return policies.evaluator().roles().roles();
    }

    /// What one role grants, with what it includes; nothing where there is no such role.
    List<HeldGrant> grants(String role) {
        return policies.evaluator().roles().grants(role);
    }
}
