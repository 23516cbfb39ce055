package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.Decision;
import dev.portico.access.Permission;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/// Decides by the roles that a reader holds, within the scopes of the reader's token.
@Service
final class RoleAccess implements Access {

    private final Roles roles;

    RoleAccess(Roles roles) {
        this.roles = roles;
    }

    @Override
    public Decision decide(Reader reader, Permission permission, Thing thing) {
        if (beyondToken(reader, permission)) {
            return beyondTokenDecision(reader, permission);
        }
        return Evaluator.decide(roles.grants(reader, permission), reader, permission, thing);
    }

    @Override
    public Decision decide(Reader reader, Permission permission) {
        if (beyondToken(reader, permission)) {
            return beyondTokenDecision(reader, permission);
        }
        List<Grant> grants = roles.grants(reader, permission);
        boolean allowed = Evaluator.scope(grants) instanceof Scope.All;
        List<String> explanation = grants.isEmpty()
                ? List.of("No role of " + reader.subject() + " allows " + permission.name() + ".")
                : grants.stream().map(grant -> grant.sentence(permission) + ".").toList();
        return new Decision(allowed, permission, explanation);
    }

    @Override
    public Scope scope(Reader reader, Permission permission) {
        return beyondToken(reader, permission) ? new Scope.None() : Evaluator.scope(roles.grants(reader, permission));
    }

    private static boolean beyondToken(Reader reader, Permission permission) {
        Set<String> scopes = reader.scopes();
        return scopes != null && scopes.stream().noneMatch(scope -> Grant.matches(scope, permission.name()));
    }

    private static Decision beyondTokenDecision(Reader reader, Permission permission) {
        return new Decision(
                false,
                permission,
                List.of("The token of " + reader.subject() + " is not scoped for " + permission.name() + "."));
    }
}
