package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.Permissions;
import dev.portico.access.PolicyEffect;
import dev.portico.access.PolicyEffects;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Works effects out anew each time, from all who may ask at this moment.
@Service
final class ComputedEffects implements PolicyEffects {

    private final Access access;
    private final Permissions permissions;
    private final PolicyRights rights;
    private final PolicyRows rows;
    private final PolicyEvaluators evaluators;
    private final Subjects subjects;

    ComputedEffects(
            Access access,
            Permissions permissions,
            PolicyRights rights,
            PolicyRows rows,
            PolicyEvaluators evaluators,
            Subjects subjects) {
        this.access = access;
        this.permissions = permissions;
        this.rights = rights;
        this.rows = rows;
        this.evaluators = evaluators;
        this.subjects = subjects;
    }

    @Override
    public PolicyEffect effect(Reader reader, int from, int to) {
        access.require(reader, AccessPermissions.READ_POLICY);
        requireSeen(reader, from);
        requireSeen(reader, to);
        return between(reader, evaluators.of(from), evaluators.of(to));
    }

    /// What people gain and lose where one takes the other's place, whether it is a policy already or not. For who may
    /// see every role that differs.
    PolicyEffect between(Reader reader, Evaluator before, Evaluator after) {
        access.require(reader, AccessPermissions.READ_POLICY);
        requireRoles(
                reader, new PolicyChange(before.roles().roles(), after.roles().roles()));
        boolean named = access.decide(reader, AccessPermissions.MANAGE_TOKENS).allowed();
        return new EffectLines(before, after, permissions.all()).effect(subjects.all(), named);
    }

    /// Others' drafts are as if they were not there, for whoever may not see every role.
    private void requireSeen(Reader reader, int number) {
        if (rows.find(number).filter(policy -> rights.sees(reader, policy)).isEmpty()) {
            throw PolicyEvaluators.unknown(number);
        }
    }

    /// Passes where the reader may see every role that differs. The refusal names none of them.
    private void requireRoles(Reader reader, PolicyChange change) {
        boolean seen = change.roles().stream()
                .flatMap(role -> Stream.of(Optional.ofNullable(role.before()), Optional.ofNullable(role.after())))
                .flatMap(Optional::stream)
                .allMatch(role -> access.decide(reader, AccessPermissions.READ_POLICY, new RoleThing(role))
                        .allowed());
        if (!seen) {
            throw new Refusal.Forbidden(
                    AccessPermissions.READ_POLICY.name(),
                    reader.name() + " may not see every role that differs, which takes the permission "
                            + AccessPermissions.READ_POLICY.name() + " for all of them. Ask an admin");
        }
    }
}
