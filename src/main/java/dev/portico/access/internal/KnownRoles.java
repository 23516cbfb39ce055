package dev.portico.access.internal;

import dev.portico.access.Role;
import dev.portico.kernel.Reader;
import java.util.List;
import org.springframework.stereotype.Component;

/// The roles in force as somebody who gives them may know of them.
@Component
final class KnownRoles {

    private final PolicyInForce policies;
    private final PolicyRights rights;

    KnownRoles(PolicyInForce policies, PolicyRights rights) {
        this.policies = policies;
        this.rights = rights;
    }

    /// Their names, in order.
    List<String> names(Reader reader) {
        return policies.evaluator().roles().roles().stream()
                .filter(role -> rights.knows(reader, role))
                .map(Role::name)
                .sorted()
                .toList();
    }
}
