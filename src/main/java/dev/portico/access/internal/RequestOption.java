package dev.portico.access.internal;

import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A role by which a request could be granted.
///
/// @param role        as it is, or as it would be made
/// @param made        whether the policy has it already
/// @param permissions how many permissions it allows
record RequestOption(Role role, boolean made, int permissions) {

    /// The roles of a policy with one member more in this one. Members whose time is over leave it, and so does the
    /// same member with an earlier end.
    ///
    /// @return empty where the policy has not what it takes: the role itself, or the one that it is made of
    Optional<List<Role>> with(RoleMember member, Collection<Role> policy, Instant now) {
        Map<String, Role> roles = new TreeMap<>();
        policy.forEach(one -> roles.put(one.name(), one));
        if (made ? !roles.containsKey(role.name()) : !roles.keySet().containsAll(role.includes())) {
            return Optional.empty();
        }
        Role present = roles.getOrDefault(role.name(), role);
        List<RoleMember> members = new ArrayList<>(present.members().stream()
                .filter(one -> one.counts(now) && !replaces(member, one))
                .toList());
        boolean held = members.stream()
                .anyMatch(one -> one.kind() == member.kind() && one.name().equals(member.name()));
        if (!held) {
            members.add(member);
        }
        roles.put(role.name(), present.heldBy(members));
        return Optional.of(List.copyOf(roles.values()));
    }

    /// Whether the one member lasts longer than the other and is otherwise the same.
    private static boolean replaces(RoleMember next, RoleMember present) {
        return present.kind() == next.kind()
                && present.name().equals(next.name())
                && present.until() != null
                && (next.until() == null || present.until().isBefore(next.until()));
    }
}
