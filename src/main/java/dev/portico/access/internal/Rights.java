package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Rule;
import dev.portico.access.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What some roles together say about one permission: denied by default and by any deny that holds, else allowed by
/// any allow that holds.
///
/// @param grants those about the permission
/// @param scope  the answer for lists, the owners of spaces not filled in
/// @param spaced whether it speaks of spaces
record Rights(List<HeldGrant> grants, Scope scope, boolean spaced) {

    static Rights of(List<HeldGrant> grants) {
        Set<Condition> allows = new LinkedHashSet<>();
        Set<Condition> denies = new LinkedHashSet<>();
        for (HeldGrant grant : grants) {
            (grant.allows() ? allows : denies).add(grant.condition());
        }
        Scope scope = scope(allows, denies);
        return new Rights(
                List.copyOf(grants), scope, scope instanceof Scope.Where where && speaksOfSpaces(where.condition()));
    }

    private static boolean speaksOfSpaces(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> all.parts().stream().anyMatch(Rights::speaksOfSpaces);
            case Condition.AnyOf any -> any.parts().stream().anyMatch(Rights::speaksOfSpaces);
            case Condition.Not not -> speaksOfSpaces(not.part());
            case Rule rule -> rule instanceof Rule.SpaceIs;
        };
    }

    /// Whether they allow it somewhere, be it under a condition.
    boolean open() {
        return !(scope instanceof Scope.None);
    }

    private static Scope scope(Set<Condition> allows, Set<Condition> denies) {
        if (allows.isEmpty() || denies.contains(Condition.always())) {
            return new Scope.None();
        }
        Condition never = any(denies);
        if (allows.contains(Condition.always())) {
            return denies.isEmpty() ? new Scope.All() : new Scope.Where(new Condition.Not(never));
        }
        Condition allow = any(allows);
        return new Scope.Where(
                denies.isEmpty() ? allow : new Condition.AllOf(List.of(new Condition.Not(never), allow)));
    }

    private static Condition any(Set<Condition> conditions) {
        return conditions.size() == 1 ? conditions.iterator().next() : new Condition.AnyOf(new ArrayList<>(conditions));
    }
}
