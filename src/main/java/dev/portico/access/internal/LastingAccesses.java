package dev.portico.access.internal;

import dev.portico.access.Role;
import dev.portico.kernel.Reader;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds the approved accesses that last and that a policy has not, as far as a reader may know of them.
@Component
final class LastingAccesses {

    private final RequestRows requests;
    private final RequestSight sight;
    private final PolicyRights rights;
    private final PolicyRows policies;

    LastingAccesses(RequestRows requests, RequestSight sight, PolicyRights rights, PolicyRows policies) {
        this.requests = requests;
        this.sight = sight;
        this.rights = rights;
        this.policies = policies;
    }

    /// @param inForce the number of the policy in force
    /// @param policy  the roles of another one
    /// @param now     by the database's clock
    List<LastingAccess> missing(Reader reader, int inForce, Collection<Role> policy, Instant now) {
        List<Role> seen = rights.seen(reader, policies.roles(inForce));
        Set<String> told = new HashSet<>();
        return requests.given(sight.of(reader)).stream()
                .map(request -> LastingAccess.of(request, seen, now))
                .flatMap(Optional::stream)
                .filter(access -> !access.in(policy))
                .filter(access ->
                        told.add(access.role().name() + ' ' + access.member().name()))
                .toList();
    }

    /// A policy with all of them that fit.
    static List<Role> added(List<LastingAccess> accesses, List<Role> policy, Instant now) {
        List<Role> roles = policy;
        for (LastingAccess access : accesses) {
            roles = access.addedTo(roles, now).orElse(roles);
        }
        return roles;
    }
}
