package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.Decision;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Permission;
import dev.portico.access.Scope;
import dev.portico.access.internal.DecisionLog.Asked;
import dev.portico.access.internal.DecisionLog.Result;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.List;
import org.springframework.stereotype.Service;

/// Decides by the policy in force, within the scopes of the reader's token.
@Service
final class RoleAccess implements Access {

    private final PolicyInForce policies;
    private final DecisionLog log;

    RoleAccess(PolicyInForce policies, DecisionLog log) {
        this.policies = policies;
        this.log = log;
    }

    @Override
    public Decision decide(Reader reader, Permission permission, Thing thing) {
        Decision decision = policies.evaluator().decide(reader, permission, thing);
        log.decided(reader, permission.name(), Asked.THING, thing.type(), thing.id(), result(decision));
        return decision;
    }

    @Override
    public Decision decide(Reader reader, Permission permission) {
        Decision decision = policies.evaluator().decide(reader, permission);
        log.decided(reader, permission.name(), Asked.GENERAL, "", "", result(decision));
        return decision;
    }

    /// What is offered is no question that anybody asked, and so not recorded as one.
    @Override
    public boolean open(Reader reader, Permission permission) {
        Evaluator evaluator = policies.evaluator();
        return permission.isGeneral()
                ? evaluator.decide(reader, permission).allowed()
                : result(evaluator.scope(reader, permission)) != Result.NONE;
    }

    @Override
    public Scope scope(Reader reader, Permission permission) {
        Scope scope = policies.evaluator().scope(reader, permission);
        log.decided(reader, permission.name(), Asked.LIST, permission.resourceType(), "", result(scope));
        return scope;
    }

    @Override
    public List<HeldRole> roles(Reader reader) {
        return policies.evaluator().held(reader);
    }

    static Result result(Scope scope) {
        return switch (scope) {
            case Scope.All all -> Result.ALL;
            case Scope.Where where -> Result.SOME;
            case Scope.None none -> Result.NONE;
        };
    }

    private static Result result(Decision decision) {
        return decision.allowed() ? Result.ALL : Result.NONE;
    }
}
