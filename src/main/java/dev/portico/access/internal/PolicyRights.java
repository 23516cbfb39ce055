package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.PolicyDifference.RoleDifference;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may see, change and publish which roles.
@Component
final class PolicyRights {

    private final Access access;
    private final PolicyInForce policies;

    PolicyRights(Access access, PolicyInForce policies) {
        this.access = access;
        this.policies = policies;
    }

    /// Passes where the reader holds the permission for some role at least.
    void requireAny(Reader reader, Permission permission) {
        access.requireOpen(reader, permission);
    }

    /// Whose drafts are all that the reader may see of drafts; null for everybody's.
    @Nullable
    DraftMaker draftsOf(Reader reader) {
        return access.decide(reader, AccessPermissions.READ_POLICY).allowed() ? null : DraftMaker.of(reader);
    }

    /// Whether the reader may see that there is such a policy: any that was in force, and a draft of their own. Others'
    /// drafts take the right to see every role.
    boolean sees(Reader reader, PolicySummary policy) {
        DraftMaker maker = draftsOf(reader);
        return maker == null || policy.publishedAt() != null || maker.made(policy.createdBy());
    }

    /// Whether the draft is the reader's own, or they may change every role.
    boolean draft(Reader reader, PolicySummary draft) {
        return DraftMaker.of(reader).made(draft.createdBy())
                || access.decide(reader, AccessPermissions.EDIT_ROLE).allowed();
    }

    /// Passes where the draft is the reader's own, or they may change every role.
    void requireDraft(Reader reader, PolicySummary draft) {
        if (!draft(reader, draft)) {
            throw new Refusal.Forbidden(
                    AccessPermissions.EDIT_ROLE.name(),
                    "Policy " + draft.number() + " is a draft of " + draft.createdBy()
                            + ", and others' drafts take the permission " + AccessPermissions.EDIT_ROLE.name()
                            + " for every role. Begin a draft of your own");
        }
    }

    /// Whether the reader may learn that there is such a role: those of spaces that are not theirs are kept from them.
    boolean knows(Reader reader, Role role) {
        return role.space() == null
                || access.decide(reader, AccessPermissions.READ_POLICY, new RoleThing(role))
                        .allowed();
    }

    /// Whether the reader holds the permission for some role at least.
    boolean any(Reader reader, Permission permission) {
        return access.open(reader, permission);
    }

    /// Whether the reader holds the permission for a role.
    boolean role(Reader reader, Permission permission, Role role) {
        return access.decide(reader, permission, new RoleThing(role)).allowed();
    }

    /// Those of the roles that the reader may see.
    List<Role> seen(Reader reader, List<Role> roles) {
        return roles.stream()
                .filter(role -> role(reader, AccessPermissions.READ_POLICY, role))
                .toList();
    }

    /// Passes where the reader holds the permission for every role that differs, as it was and as it is.
    void requireRoles(Reader reader, Permission permission, PolicyChange change) {
        for (RoleDifference role : change.roles()) {
            Stream.of(Optional.ofNullable(role.before()), Optional.ofNullable(role.after()))
                    .flatMap(Optional::stream)
                    .forEach(one -> requireRole(reader, permission, one));
        }
    }

    /// Passes where the reader holds all that somebody may come to hold by the change, or no longer to hold.
    ///
    /// @param inForce the number of the policy in force, which nobody changes at this moment
    void requireHolding(Reader reader, Permission permission, int inForce, PolicyChange change) {
        Optional<Grant> more = Holdings.uncovered(current(inForce), reader, change.touched());
        if (more.isPresent()) {
            Grant grant = more.get();
            throw new Refusal.Forbidden(
                    permission.name(),
                    reader.name() + " does not hold what the change gives or takes: "
                            + (grant.allows() ? "allow " : "deny ") + grant.pattern()
                            + (grant.unconditional()
                                    ? ""
                                    : " where " + grant.condition().words())
                            + ". Leave it out, or ask somebody who holds it, such as an admin");
        }
    }

    private void requireRole(Reader reader, Permission permission, Role role) {
        if (!role(reader, permission, role)) {
            throw new Refusal.Forbidden(
                    permission.name(),
                    reader.name() + " lacks the permission " + permission.name() + " for the role " + role.name()
                            + ". Leave that role as it is, or ask an admin");
        }
    }

    /// What is known of the policy in force may be half a second old, and what is locked is not.
    private Evaluator current(int inForce) {
        Evaluator evaluator = policies.evaluator();
        if (evaluator.number() != inForce) {
            policies.forget();
            evaluator = policies.evaluator();
        }
        return evaluator;
    }
}
