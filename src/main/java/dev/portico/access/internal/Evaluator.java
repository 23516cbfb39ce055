package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Decision;
import dev.portico.access.Permission;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.ArrayList;
import java.util.List;

/// Turns grants into decisions and scopes. Pure: the same grants, reader and thing give the same answer.
///
/// Both answers come from the same rule, denied by default and by any deny that holds, else allowed by any allow that
/// holds; a property test holds the two together.
final class Evaluator {

    private Evaluator() {}

    /// @param grants the grants of the reader's roles that match the permission
    static Decision decide(List<Grant> grants, Reader reader, Permission permission, Thing thing) {
        List<String> explanation = new ArrayList<>();
        boolean allowed = false;
        boolean denied = false;
        for (Grant grant : grants) {
            boolean holds = grant.condition().holds(reader, thing);
            explanation.add(grant.sentence(permission) + held(grant, holds));
            allowed |= holds && grant.allows();
            denied |= holds && !grant.allows();
        }
        if (grants.isEmpty()) {
            explanation.add("No role of " + reader.subject() + " allows " + permission.name() + ".");
        }
        return new Decision(allowed && !denied, permission, explanation);
    }

    static Scope scope(List<Grant> grants) {
        List<Condition> allows = new ArrayList<>();
        List<Condition> denies = new ArrayList<>();
        for (Grant grant : grants) {
            (grant.allows() ? allows : denies).add(grant.condition());
        }
        if (allows.isEmpty() || denies.contains(Condition.always())) {
            return new Scope.None();
        }
        if (allows.contains(Condition.always())) {
            return denies.isEmpty() ? new Scope.All() : new Scope.Where(new Condition.Not(any(denies)));
        }
        Condition allow = any(allows);
        return new Scope.Where(
                denies.isEmpty() ? allow : new Condition.AllOf(List.of(allow, new Condition.Not(any(denies)))));
    }

    private static Condition any(List<Condition> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.AnyOf(conditions);
    }

    private static String held(Grant grant, boolean holds) {
        if (grant.unconditional()) {
            return ".";
        }
        return holds ? ", which holds." : ", which does not hold.";
    }
}
