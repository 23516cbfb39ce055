package dev.portico.access.internal;

import dev.portico.access.AccessRequest;
import dev.portico.access.GivenAccess;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// An approved request whose role still has the account as a member, by the policy in force.
///
/// @param request as it was approved
/// @param role    as the policy in force has it
/// @param member  of that role
record LastingAccess(AccessRequest request, Role role, RoleMember member) {

    /// @return empty where the role is gone, or the account is its member no more
    static Optional<LastingAccess> of(AccessRequest request, Collection<Role> inForce, Instant now) {
        return inForce.stream()
                .filter(role -> role.name().equals(request.role()))
                .flatMap(role -> role.members().stream()
                        .filter(member -> member.until() != null && member.counts(now))
                        .filter(member -> is(member, request.name()))
                        .map(member -> new LastingAccess(request, role, member)))
                .findFirst();
    }

    /// Whether a policy gives as much: the same role to the same account, for as long at least.
    boolean in(Collection<Role> policy) {
        Instant until = Objects.requireNonNull(member.until());
        return policy.stream()
                .filter(one -> one.name().equals(role.name()))
                .flatMap(one -> one.members().stream())
                .filter(one -> is(one, request.name()))
                .anyMatch(one -> one.until() == null || !one.until().isBefore(until));
    }

    /// A policy with it.
    ///
    /// @return empty where the policy has neither the role nor those that it includes
    Optional<List<Role>> addedTo(Collection<Role> policy, Instant now) {
        return new RequestOption(role.heldBy(List.of()), has(policy), 0).with(member, policy, now);
    }

    GivenAccess missing(Collection<Role> policy, Instant now) {
        boolean fits = addedTo(policy, now).isPresent();
        return new GivenAccess(
                request.name(),
                request.displayName(),
                role.name(),
                role.space(),
                Objects.requireNonNull(member.until()),
                Objects.requireNonNullElse(request.decider(), "somebody"),
                Objects.requireNonNullElse(request.decidedAt(), request.madeAt()),
                has(policy),
                fits ? null : "The policy has neither the role " + role.name() + " nor those that it includes");
    }

    private boolean has(Collection<Role> policy) {
        return policy.stream().anyMatch(one -> one.name().equals(role.name()));
    }

    private static boolean is(RoleMember member, String account) {
        return member.kind() == RoleMember.Kind.ACCOUNT && member.name().equals(account);
    }
}
