package dev.portico.access.internal;

import dev.portico.access.Grant;
import dev.portico.access.PolicyDifference.RoleDifference;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What becomes of people's rights when one set of roles takes another's place.
final class PolicyChange {

    private final RoleSet before;
    private final RoleSet after;

    PolicyChange(Collection<Role> before, Collection<Role> after) {
        this.before = new RoleSet(before);
        this.after = new RoleSet(after);
    }

    /// The roles that differ as they are written, in the order of their names.
    List<RoleDifference> roles() {
        List<RoleDifference> different = new ArrayList<>();
        for (String name : names()) {
            @Nullable Role was = before.role(name);
            @Nullable Role is = after.role(name);
            if (!Objects.equals(was, is)) {
                different.add(new RoleDifference(name, was, is));
            }
        }
        return different;
    }

    /// All grants, with inclusion and spaces in them, that somebody may come to hold by it, or no longer to hold: where
    /// what a role grants differs, those that differ; where its members differ, all that it grants.
    Set<Grant> touched() {
        Set<Grant> touched = new LinkedHashSet<>();
        for (String name : names()) {
            Set<Grant> was = effective(before, name);
            Set<Grant> is = effective(after, name);
            if (!was.equals(is)) {
                was.stream().filter(grant -> !is.contains(grant)).forEach(touched::add);
                is.stream().filter(grant -> !was.contains(grant)).forEach(touched::add);
            }
            Set<RoleMember> had = members(before, name);
            Set<RoleMember> has = members(after, name);
            if (!has.containsAll(had)) {
                touched.addAll(was);
            }
            if (!had.containsAll(has)) {
                touched.addAll(is);
            }
        }
        return touched;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(before.names());
        names.addAll(after.names());
        return names;
    }

    private static Set<Grant> effective(RoleSet roles, String name) {
        Set<Grant> effective = new LinkedHashSet<>();
        roles.grants(name).forEach(grant -> effective.add(grant.effective()));
        return effective;
    }

    private static Set<RoleMember> members(RoleSet roles, String name) {
        Role role = roles.role(name);
        return role == null ? Set.of() : new HashSet<>(role.members());
    }
}
