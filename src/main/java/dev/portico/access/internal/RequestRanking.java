package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// Orders the roles by which a request could be granted by how little they add to what whoever asks has already: first
/// by the number of permissions, then by how many of them hold everywhere.
@Component
final class RequestRanking {

    private static final Comparator<Ranked> LEAST_FIRST = Comparator.<Ranked>comparingInt(
                    ranked -> ranked.adds().size())
            .thenComparingInt(Ranked::wide)
            .thenComparing(ranked -> ranked.option().role().space() == null)
            .thenComparingInt(ranked -> ranked.option().permissions())
            .thenComparing(ranked -> ranked.option().role().name());

    private final Permissions permissions;

    RequestRanking(Permissions permissions) {
        this.permissions = permissions;
    }

    /// What adds least comes first.
    ///
    /// @param asker whoever asks, as they are by the evaluator
    List<Ranked> ranked(Collection<RequestOption> options, Wish wish, Reader asker, Evaluator evaluator) {
        return options.stream()
                .map(option -> ranked(option, wish, asker, evaluator))
                .sorted(LEAST_FIRST)
                .toList();
    }

    private Ranked ranked(RequestOption option, Wish wish, Reader asker, Evaluator before) {
        List<HeldGrant> grants = grants(option, wish, before);
        List<Permission> adds = new ArrayList<>();
        int wide = 0;
        for (Permission permission : permissions.all()) {
            List<Condition> places = added(grants, permission, asker, before);
            boolean asked = permission.name().equals(wish.permission());
            if (!asked && !places.isEmpty()) {
                adds.add(permission);
            }
            if (places.contains(Condition.always())) {
                wide++;
            }
        }
        return new Ranked(option, adds, wide);
    }

    /// What the role grants once it is there, within its space.
    private static List<HeldGrant> grants(RequestOption option, Wish wish, Evaluator before) {
        RoleMember member = new RoleMember(RoleMember.Kind.ACCOUNT, wish.account(), null);
        Collection<Role> roles =
                option.with(member, before.roles().roles(), before.now()).orElse(List.of());
        return new RoleSet(roles).grants(option.role().name());
    }

    /// Where the grants allow a permission beyond what whoever asks holds.
    private static List<Condition> added(
            List<HeldGrant> grants, Permission permission, Reader asker, Evaluator before) {
        if (!DeclaredPermissions.opens(grants, permission)) {
            return List.of();
        }
        return grants.stream()
                .filter(grant -> grant.allows() && grant.grant().matches(permission))
                .map(HeldGrant::condition)
                .distinct()
                .filter(place -> !permission.isGeneral() || place.equals(Condition.always()))
                .filter(place -> Holdings.uncovered(before, asker, List.of(Grant.allow(permission.name(), place)))
                        .isPresent())
                .toList();
    }

    /// A role that would give what is wanted.
    ///
    /// @param adds what it allows besides that whoever asks does not hold yet
    /// @param wide how many permissions it adds everywhere, that which is wanted among them
    record Ranked(RequestOption option, List<Permission> adds, int wide) {
        Ranked {
            adds = List.copyOf(adds);
        }
    }
}
