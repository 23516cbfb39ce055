package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.Decision;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Permission;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.List;
import org.springframework.stereotype.Service;

/// Decides by the policy in force, within the scopes of the reader's token.
@Service
final class RoleAccess implements Access {

    private final PolicyInForce policies;

    RoleAccess(PolicyInForce policies) {
        this.policies = policies;
    }

    @Override
    public Decision decide(Reader reader, Permission permission, Thing thing) {
        return policies.evaluator().decide(reader, permission, thing);
    }

    @Override
    public Decision decide(Reader reader, Permission permission) {
        return policies.evaluator().decide(reader, permission);
    }

    @Override
    public Scope scope(Reader reader, Permission permission) {
        return policies.evaluator().scope(reader, permission);
    }

    @Override
    public List<HeldRole> roles(Reader reader) {
        return policies.evaluator().held(reader);
    }
}
