package dev.portico.access.internal;

import dev.portico.access.Decision;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Scope;
import dev.portico.access.internal.DecisionLog.Result;
import dev.portico.access.things.ThingSource;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the roles by which a request could be granted: those that, were the account a member, would allow what it
/// asks, beyond what the account holds for good. A role that holds everywhere is offered within the request's space
/// too.
@Component
final class RequestOptions {

    private static final int LONGEST_NAME = 63;

    private final Permissions permissions;
    private final PolicyInForce policies;
    private final PolicyRights rights;
    private final List<ThingSource> things;

    RequestOptions(Permissions permissions, PolicyInForce policies, PolicyRights rights, List<ThingSource> things) {
        this.permissions = permissions;
        this.policies = policies;
        this.rights = rights;
        this.things = List.copyOf(things);
    }

    /// What answers by the policy of that number, which is in force.
    Evaluator evaluator(int inForce) {
        Evaluator evaluator = policies.evaluator();
        if (evaluator.number() != inForce) {
            policies.forget();
            evaluator = policies.evaluator();
        }
        return evaluator;
    }

    /// The thing of that id that a permission is about; empty where there is none.
    Optional<Thing> thing(Permission permission, @Nullable String id) {
        return id == null ? Optional.empty() : source(permission).flatMap(source -> source.thing(id));
    }

    /// Where the things that a permission is about are looked up.
    Optional<ThingSource> source(Permission permission) {
        return things.stream()
                .filter(source -> source.named() && source.type().equals(permission.resourceType()))
                .findFirst();
    }

    /// The roles that would give it, in the order of their names.
    List<RequestOption> of(Wish request, Reader asker, Evaluator evaluator) {
        Optional<Permission> asked = permissions.named(request.permission());
        if (asked.isEmpty()) {
            return List.of();
        }
        Permission permission = asked.get();
        @Nullable Thing thing = thing(permission, request.thing()).orElse(null);
        Evaluator lasting = evaluator.lasting();
        Scope lastingly = had(lasting, asker, permission, thing);
        List<RequestOption> options = new ArrayList<>();
        for (Role role : evaluator.roles().roles()) {
            boolean opens = DeclaredPermissions.opens(evaluator.roles().grants(role.name()), permission);
            if (opens && !role.name().equals(Roles.ADMIN)) {
                candidates(role, request.space(), evaluator).stream()
                        .filter(option ->
                                RoleAccess.result(had(with(option, request, evaluator), asker, permission, thing))
                                        != Result.NONE)
                        .filter(option -> !had(with(option, request, lasting), asker, permission, thing)
                                .equals(lastingly))
                        .forEach(options::add);
            }
        }
        options.sort(Comparator.comparing(option -> option.role().name()));
        return options;
    }

    private List<RequestOption> candidates(Role role, @Nullable String space, Evaluator evaluator) {
        int size = size(role.name(), evaluator);
        if (role.space() != null) {
            return role.space().equals(space) ? List.of(new RequestOption(role, true, size)) : List.of();
        }
        List<RequestOption> candidates = new ArrayList<>(List.of(new RequestOption(role, true, size)));
        if (space != null) {
            String name = space + "." + role.name();
            if (name.length() <= LONGEST_NAME && evaluator.roles().role(name) == null) {
                Role within = new Role(
                        name,
                        "What " + role.name() + " may, in the space " + space + " alone. Made for requests.",
                        Set.of(role.name()),
                        space,
                        List.of(),
                        List.of());
                candidates.add(new RequestOption(within, false, size));
            }
        }
        return candidates;
    }

    private int size(String role, Evaluator evaluator) {
        List<HeldGrant> grants = evaluator.roles().grants(role);
        return (int) permissions.all().stream()
                .filter(permission -> DeclaredPermissions.opens(grants, permission))
                .count();
    }

    /// The policy as it would be.
    private static Evaluator with(RequestOption option, Wish request, Evaluator before) {
        RoleMember member = new RoleMember(RoleMember.Kind.ACCOUNT, request.account(), null);
        Collection<Role> policy =
                option.with(member, before.roles().roles(), before.now()).orElse(List.of());
        return new Evaluator(before.number(), new RoleSet(policy), before.now(), before.spaces());
    }

    /// How much of what is wanted the asker has. Asked of decisions, so that a denial that the account is under is
    /// seen too.
    private static Scope had(Evaluator evaluator, Reader asker, Permission permission, @Nullable Thing thing) {
        if (thing == null && !permission.isGeneral()) {
            return evaluator.scope(asker, permission);
        }
        Decision decision =
                thing == null ? evaluator.decide(asker, permission) : evaluator.decide(asker, permission, thing);
        return decision.allowed() ? new Scope.All() : new Scope.None();
    }

    /// Why the reader may not give a role of this kind; empty where they may.
    Optional<Refusal.Forbidden> obstacle(Reader reader, RequestOption option, Evaluator evaluator) {
        RoleMember member = new RoleMember(RoleMember.Kind.ACCOUNT, "somebody", null);
        Collection<Role> before = evaluator.roles().roles();
        PolicyChange change = new PolicyChange(
                before, option.with(member, before, evaluator.now()).orElse(List.of()));
        try {
            requireGiving(reader, evaluator.number(), change);
            return Optional.empty();
        } catch (Refusal.Forbidden refused) {
            return Optional.of(refused);
        }
    }

    /// Passes where the reader may make such a change at once.
    void requireGiving(Reader reader, int inForce, PolicyChange change) {
        rights.requireRoles(reader, AccessPermissions.EDIT_ROLE, change);
        rights.requireRoles(reader, AccessPermissions.PUBLISH_POLICY, change);
        rights.requireHolding(reader, AccessPermissions.PUBLISH_POLICY, inForce, change);
    }
}
