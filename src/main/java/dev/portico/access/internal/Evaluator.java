package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Decision;
import dev.portico.access.Explanation;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Permission;
import dev.portico.access.PermissionPattern;
import dev.portico.access.Rule;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers by one policy at one moment. Pure: the same roles, reader, moment and thing give the same answer, and a
/// decision on a thing is whether the scope holds for it.
///
/// @param number of the policy
/// @param roles  of the policy
/// @param now    by the database's clock
/// @param spaces fills in who owns what is in a space
record Evaluator(int number, RoleSet roles, Instant now, Spacing spaces) {

    /// Fills in the owners of the spaces that a condition speaks of.
    interface Spacing {

        /// The condition with the owners. Where there is no such space, the rule holds for nothing where that allows
        /// less, and for everything where that does.
        ///
        /// @param allows whether more is allowed where the condition holds
        Condition bound(Condition condition, boolean allows);
    }

    /// Decides on one thing.
    Decision decide(Reader reader, Permission permission, Thing thing) {
        boolean allowed =
                switch (scope(reader, permission)) {
                    case Scope.All all -> true;
                    case Scope.None none -> false;
                    case Scope.Where where -> where.condition().holds(reader, thing);
                };
        return new Decision(allowed, permission, thing.id(), () -> explained(reader, permission, thing));
    }

    /// Decides on a permission that is not about a single thing; a conditional grant does not suffice.
    Decision decide(Reader reader, Permission permission) {
        return Decision.unnamed(scope(reader, permission), permission, () -> explained(reader, permission, null));
    }

    /// What of the permission's resource type the reader may act on.
    Scope scope(Reader reader, Permission permission) {
        if (beyondToken(reader, permission)) {
            return new Scope.None();
        }
        Rights rights = roles.rights(roles.held(reader, now), permission);
        Condition limit = limit(reader);
        if (limit == null && !rights.spaced()) {
            return rights.scope();
        }
        return switch (rights.scope()) {
            case Scope.None none -> none;
            case Scope.All all -> limit == null ? all : new Scope.Where(spaces.bound(limit, true));
            case Scope.Where where ->
                new Scope.Where(spaces.bound(
                        limit == null ? where.condition() : Condition.both(limit, where.condition()), true));
        };
    }

    /// The same policy without the memberships that end: what people hold for good.
    Evaluator lasting() {
        return new Evaluator(number, roles.lasting(), now, spaces);
    }

    /// The roles that a reader holds, and how.
    List<HeldRole> held(Reader reader) {
        return roles.ways(reader, now).entrySet().stream()
                .map(entry -> new HeldRole(entry.getKey(), roles.role(entry.getKey()) != null, entry.getValue()))
                .toList();
    }

    /// What has to be true of whatever the reader's token reaches, the owners not filled in; null where nothing has to.
    static @Nullable Condition limit(Reader reader) {
        Set<String> spaces = reader.spaces();
        if (spaces == null) {
            return null;
        }
        List<Condition> each =
                spaces.stream().sorted().<Condition>map(Rule.SpaceIs::new).toList();
        return each.size() == 1 ? each.getFirst() : new Condition.AnyOf(each);
    }

    private Explanation explained(Reader reader, Permission permission, @Nullable Thing thing) {
        return new Explainer(this, reader, permission, thing).explanation();
    }

    static boolean beyondToken(Reader reader, Permission permission) {
        Set<String> scopes = reader.scopes();
        return scopes != null
                && scopes.stream().noneMatch(scope -> PermissionPattern.matches(scope, permission.name()));
    }
}
