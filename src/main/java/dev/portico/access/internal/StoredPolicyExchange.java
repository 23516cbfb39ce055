package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.Policies;
import dev.portico.access.PolicyExchange;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.internal.text.PlacedYaml;
import dev.portico.access.internal.text.PolicyYaml;
import dev.portico.access.internal.text.RbacImport;
import dev.portico.access.things.ThingValues;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Policies as text, by way of the drafts that everybody changes.
@Service
final class StoredPolicyExchange implements PolicyExchange {

    /// How many members the catalog is asked for at a time.
    private static final int PART = 1_000;

    private final Policies policies;
    private final PolicyRows rows;
    private final PolicyCheck check;
    private final Access access;
    private final Guard guard;
    private final ObjectProvider<ThingValues> catalog;

    StoredPolicyExchange(
            Policies policies,
            PolicyRows rows,
            PolicyCheck check,
            Access access,
            Guard guard,
            ObjectProvider<ThingValues> catalog) {
        this.policies = policies;
        this.rows = rows;
        this.check = check;
        this.access = access;
        this.guard = guard;
        this.catalog = catalog;
    }

    @Override
    public String yaml(Reader reader, int number) {
        return PolicyYaml.write(policies.policy(reader, number).roles());
    }

    @Override
    public PolicySummary take(Reader reader, int number, int version, String yaml) {
        requireEditing(reader, number);
        List<Role> seen = policies.policy(reader, number).roles();
        PolicyYaml read = PolicyYaml.read(limited(yaml));
        Set<String> spaces = check.spaces();
        for (int at = 0; at < read.roles().size(); at++) {
            checked(read.roles().get(at), "/roles/" + at, read.source(), spaces);
        }
        List<Role> next = new ArrayList<>(read.roles());
        next.addAll(unseen(number, seen));
        return policies.replace(reader, number, version, next);
    }

    @Override
    public Imported takeRbac(Reader reader, int number, int version, String csv, String conditions) {
        requireEditing(reader, number);
        policies.policy(reader, number);
        List<Role> present = rows.roles(number);
        RbacImport rbac = new RbacImport(present.stream().map(Role::name).toList());
        rbac.read(limited(csv), limited(conditions));
        List<Finding> findings = rbac.findings(known(reader, rbac.members()));
        List<Role> next = new ArrayList<>(present);
        next.addAll(rbac.roles());
        PolicySummary policy = rbac.roles().isEmpty()
                ? policies.policy(reader, number).summary()
                : policies.replace(reader, number, version, next);
        return new Imported(policy, findings);
    }

    /// Those of them that the catalog has, as far as the reader sees it; all where there is no catalog to ask.
    private Set<EntityRef> known(Reader reader, Set<EntityRef> members) {
        @Nullable ThingValues things = catalog.getIfAvailable();
        if (things == null) {
            return members;
        }
        List<EntityRef> asked = List.copyOf(members);
        Set<EntityRef> known = new HashSet<>();
        for (int from = 0; from < asked.size(); from += PART) {
            List<EntityRef> part = asked.subList(from, Math.min(from + PART, asked.size()));
            known.addAll(things.names(reader, part).keySet());
        }
        return known;
    }

    /// Before the text is looked at: whoever may not change any role learns nothing of what is wrong with it.
    private void requireEditing(Reader reader, int number) {
        if (!access.open(reader, AccessPermissions.EDIT_ROLE)) {
            guard.refused(reader, Deed.IMPORT_ROLES, "policy", Integer.toString(number));
            access.requireOpen(reader, AccessPermissions.EDIT_ROLE);
        }
    }

    /// Looks at each line by itself, so that a refusal says where it stands.
    private void checked(Role role, String place, PlacedYaml source, Set<String> spaces) {
        Role bare = role.granting(List.of()).heldBy(List.of());
        at(source, place + "/name", () -> check.role(bare, spaces));
        for (int number = 0; number < role.members().size(); number++) {
            Role one = bare.heldBy(List.of(role.members().get(number)));
            at(source, place + "/members/" + number, () -> check.role(one, spaces));
        }
        for (int number = 0; number < role.grants().size(); number++) {
            Role one = bare.granting(List.of(role.grants().get(number)));
            at(source, place + "/grants/" + number, () -> check.role(one, spaces));
        }
    }

    private static void at(PlacedYaml source, String place, Runnable look) {
        PolicyYaml.placed(source, place, () -> {
            look.run();
            return place;
        });
    }

    private List<Role> unseen(int number, List<Role> seen) {
        Set<String> names = seen.stream().map(Role::name).collect(Collectors.toCollection(HashSet::new));
        return rows.roles(number).stream()
                .filter(role -> !names.contains(role.name()))
                .toList();
    }

    private static String limited(String text) {
        if (text.length() > LONGEST) {
            throw new Refusal.InvalidInput(
                    "policy-text", "The text is longer than " + LONGEST + " characters; import it in parts");
        }
        return text;
    }
}
