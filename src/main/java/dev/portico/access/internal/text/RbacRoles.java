package dev.portico.access.internal.text;

import com.google.re2j.Pattern;
import dev.portico.access.Grant;
import dev.portico.access.PolicyExchange.Finding.Outcome;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.internal.text.RbacCondition.NoCounterpart;
import dev.portico.kernel.EntityRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The roles that come of an import: what each of theirs is called here, and what was found for it.
final class RbacRoles {

    private static final Pattern FITS = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,56}[a-z0-9])?");

    private final Set<String> taken;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Set<Grant>> grants = new TreeMap<>();
    private final Map<String, Set<RoleMember>> members = new TreeMap<>();

    /// @param taken the names of roles that there are already
    RbacRoles(Collection<String> taken) {
        this.taken = Set.copyOf(taken);
    }

    void grant(String role, Grant grant) {
        grants.computeIfAbsent(role, any -> new LinkedHashSet<>()).add(grant);
    }

    void member(String role, RoleMember member) {
        members.computeIfAbsent(role, any -> new LinkedHashSet<>()).add(member);
    }

    /// The roles, by name.
    List<Role> roles() {
        Set<String> all = new LinkedHashSet<>(grants.keySet());
        all.addAll(members.keySet());
        return all.stream()
                .sorted()
                .map(name -> new Role(
                        name,
                        "Taken over from RBAC.",
                        Set.of(),
                        null,
                        List.copyOf(members.getOrDefault(name, Set.of())),
                        List.copyOf(grants.getOrDefault(name, Set.of()))))
                .toList();
    }

    /// The name that a role of theirs has here: without the namespace where that is the default one, and with an ending
    /// where there is a role of that name already.
    String name(EntityRef role) throws NoCounterpart {
        String known = role.namespace().equals("default") ? role.name() : role.namespace() + "-" + role.name();
        String name = known.toLowerCase(Locale.ROOT);
        if (!FITS.matches(name)) {
            throw new NoCounterpart(
                    Outcome.OPEN,
                    "the role's name does not fit here; give it one of at most 58 letters of a-z, digits,"
                            + " and . _ - between them");
        }
        @Nullable String given = names.get(role.toString());
        if (given == null) {
            given = free(name);
            names.put(role.toString(), given);
        }
        return given;
    }

    /// The name, with an ending where a role has it already, here or among those that are taken in: two of theirs never
    /// become one.
    private String free(String name) {
        String free = name;
        for (int more = 1; taken.contains(free) || names.containsValue(free); more++) {
            free = name + "-rbac" + (more == 1 ? "" : "-" + more);
        }
        return free;
    }
}
