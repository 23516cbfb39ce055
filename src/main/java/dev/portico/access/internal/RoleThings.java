package dev.portico.access.internal;

import dev.portico.access.Permission;
import dev.portico.access.things.ThingSource;
import dev.portico.kernel.Thing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The roles in force as what decisions are explained for.
@Component
final class RoleThings implements ThingSource {

    private final PolicyInForce policies;

    RoleThings(PolicyInForce policies) {
        this.policies = policies;
    }

    @Override
    public String type() {
        return AccessPermissions.ROLE;
    }

    @Override
    public Permission permission() {
        return AccessPermissions.READ_POLICY;
    }

    @Override
    public Optional<Thing> thing(String id) {
        return Optional.ofNullable(policies.evaluator().roles().role(id)).map(RoleThing::new);
    }
}
