package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.PermissionPattern;
import dev.portico.access.Rule;
import dev.portico.kernel.Reader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Compares what readers hold with what they are about to give or to take away. Nobody gives what they do not hold, nor
/// takes away what keeps others from it: a denial counts as what it denies. Whoever holds the role `admin` may give and
/// take everything, whatever is denied to them: else nobody could undo a denial for everyone.
@Component
final class Holdings {

    private final PolicyInForce policies;

    Holdings(PolicyInForce policies) {
        this.policies = policies;
    }

    /// Whether the reader holds all that the role speaks of, under the same conditions and within what limits the
    /// reader's token.
    ///
    /// @param spaces those in which the role is to count; null for wherever it does
    boolean cover(Reader reader, String role, @Nullable Set<String> spaces) {
        Evaluator evaluator = policies.evaluator();
        List<Grant> grants = evaluator.roles().grants(role).stream()
                .map(HeldGrant::effective)
                .flatMap(grant -> spaces == null ? Stream.of(grant) : within(grant, spaces))
                .toList();
        return uncovered(evaluator, reader, grants).isEmpty();
    }

    private static Stream<Grant> within(Grant grant, Set<String> spaces) {
        return spaces.stream()
                .map(space -> new Grant(
                        grant.effect(), grant.pattern(), Condition.both(new Rule.SpaceIs(space), grant.condition())));
    }

    /// Whether the reader may use all that the scope, a permission or a pattern, spans.
    boolean coverScope(Reader reader, String scope) {
        return scoped(reader, scope);
    }

    /// The first of these grants of which the reader holds less by a policy than it speaks of.
    static Optional<Grant> uncovered(Evaluator evaluator, Reader reader, Collection<Grant> grants) {
        if (grants.isEmpty()) {
            return Optional.empty();
        }
        List<HeldGrant> held = evaluator.roles().held(reader, evaluator.now()).stream()
                .flatMap(role -> evaluator.roles().grants(role).stream())
                .toList();
        return grants.stream()
                .filter(grant -> !covered(evaluator, reader, held, grant))
                .findFirst();
    }

    private static boolean covered(Evaluator evaluator, Reader reader, List<HeldGrant> held, Grant grant) {
        boolean admin = evaluator.roles().held(reader, evaluator.now()).contains(Roles.ADMIN);
        boolean allowed = admin;
        for (HeldGrant own : held) {
            String pattern = own.grant().pattern();
            if (!admin && !own.allows() && PermissionPattern.overlap(pattern, grant.pattern())) {
                return false;
            }
            allowed |= own.allows()
                    && PermissionPattern.covers(pattern, grant.pattern())
                    && implies(evaluator, grant, own.condition());
        }
        return allowed && scoped(reader, grant.pattern()) && inSpace(evaluator, reader, grant);
    }

    private static boolean scoped(Reader reader, String pattern) {
        Set<String> scopes = reader.scopes();
        return scopes == null || scopes.stream().anyMatch(held -> PermissionPattern.covers(held, pattern));
    }

    private static boolean inSpace(Evaluator evaluator, Reader reader, Grant grant) {
        Condition limit = Evaluator.limit(reader);
        return limit == null || implies(evaluator, grant, limit);
    }

    /// Whether all that a grant speaks of is among what the reader may do under a condition: as both are written, and
    /// as they stand while a space that they name is gone: what is allowed is nothing then, and what is denied is
    /// everything.
    private static boolean implies(Evaluator evaluator, Grant grant, Condition held) {
        return Implication.holds(grant.condition(), held)
                && Implication.holds(
                        evaluator.spaces().bound(grant.condition(), grant.allows()),
                        evaluator.spaces().bound(held, true));
    }
}
