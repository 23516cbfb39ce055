package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/// The one decision point. Denies whatever no role of the reader grants, and says why.
///
/// Decisions take microseconds and no I/O; a failure to decide is a denial.
@Service
public final class Access {

    private final Roles roles;

    Access(Roles roles) {
        this.roles = roles;
    }

    /// Decides on one thing.
    public Decision decide(Reader reader, Permission permission, Thing thing) {
        List<String> explanation = new ArrayList<>();
        if (!withinScopes(reader, permission)) {
            explanation.add("The token of " + reader.subject() + " is not scoped for " + permission.name() + ".");
            return new Decision(false, permission, explanation);
        }
        boolean allowed = false;
        for (Roles.Grant grant : roles.grants(reader, permission)) {
            boolean holds = grant.condition().holds(reader, thing);
            explanation.add(grant.sentence(permission, holds));
            allowed |= holds;
        }
        if (explanation.isEmpty()) {
            explanation.add(nothingGrants(reader, permission));
        }
        return new Decision(allowed, permission, explanation);
    }

    /// Decides on a permission that is not about a single thing; a conditional grant does not suffice.
    public Decision decide(Reader reader, Permission permission) {
        Scope scope = scope(reader, permission);
        boolean allowed = scope instanceof Scope.All;
        String why = allowed
                ? "A role of " + reader.subject() + " grants " + permission.name() + "."
                : nothingGrants(reader, permission);
        return new Decision(allowed, permission, List.of(why));
    }

    /// What of the permission's resource type the reader may act on, for lists.
    public Scope scope(Reader reader, Permission permission) {
        if (!withinScopes(reader, permission)) {
            return new Scope.None();
        }
        List<Condition> conditions = new ArrayList<>();
        for (Roles.Grant grant : roles.grants(reader, permission)) {
            if (grant.unconditional()) {
                return new Scope.All();
            }
            conditions.add(grant.condition());
        }
        return switch (conditions.size()) {
            case 0 -> new Scope.None();
            case 1 -> new Scope.Where(conditions.getFirst());
            default -> new Scope.Where(new Condition.AnyOf(conditions));
        };
    }

    /// Passes where the reader may, and refuses by naming the permission where not.
    ///
    /// @throws Refusal.Forbidden when the decision is a denial
    public void require(Reader reader, Permission permission, Thing thing) {
        refuseUnless(decide(reader, permission, thing), reader);
    }

    /// Passes where the reader may, and refuses by naming the permission where not.
    ///
    /// @throws Refusal.Forbidden when the decision is a denial
    public void require(Reader reader, Permission permission) {
        refuseUnless(decide(reader, permission), reader);
    }

    private static void refuseUnless(Decision decision, Reader reader) {
        if (!decision.allowed()) {
            String permission = decision.permission().name();
            throw new Refusal.Forbidden(
                    permission,
                    reader.name() + " lacks the permission " + permission
                            + ". Ask an admin for a role that grants it.");
        }
    }

    private static boolean withinScopes(Reader reader, Permission permission) {
        return reader.scopes() == null || reader.scopes().contains(permission.name());
    }

    private static String nothingGrants(Reader reader, Permission permission) {
        return "No role of " + reader.subject() + " grants " + permission.name() + ".";
    }
}
