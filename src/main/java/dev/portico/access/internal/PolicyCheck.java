package dev.portico.access.internal;

import com.google.re2j.Pattern;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.PermissionPattern;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Says whether roles may become part of a policy. Messages name the role, what is wrong with it and what to do.
@Component
final class PolicyCheck {

    /// A ref with all of its parts, or the id of a thing that is no entity.
    private static final Pattern ID = Pattern.compile("[^\\s:/]+(:[^\\s:/]+/[^\\s:/]+)?");

    private final Permissions permissions;
    private final JdbcClient jdbc;

    PolicyCheck(Permissions permissions, JdbcClient jdbc) {
        this.permissions = permissions;
        this.jdbc = jdbc;
    }

    /// The roles, if they may be one policy.
    ///
    /// @throws Refusal.InvalidInput where not
    List<Role> whole(Collection<Role> roles) {
        structure(roles);
        Set<String> spaces = spaces();
        roles.forEach(role -> role(role, spaces));
        return List.copyOf(roles);
    }

    /// Passes where this role may be in a policy, whatever else is in it.
    void role(Role role) {
        role(role, spaces());
    }

    /// Passes where the names are unique, what is included is there and nothing goes in a circle.
    void structure(Collection<Role> roles) {
        if (roles.size() > Policies.MOST_ROLES) {
            throw refused("A policy has at most " + Policies.MOST_ROLES + " roles; this one would have " + roles.size()
                    + ". Take some out first");
        }
        Map<String, Role> byName = new HashMap<>();
        for (Role role : roles) {
            if (byName.put(role.name(), role) != null) {
                throw refused("The role " + role.name() + " is there twice; leave one out");
            }
        }
        Role admin = byName.get(Roles.ADMIN);
        if (admin == null || !isAdmin(admin)) {
            throw refused("The role admin allows everything everywhere and has no members, includes and space; leave it"
                    + " as it is. Give it to accounts instead");
        }
        for (Role role : roles) {
            for (String included : role.includes()) {
                if (!byName.containsKey(included)) {
                    throw notThere(role.name(), included);
                }
            }
        }
        Set<String> sound = new HashSet<>();
        roles.forEach(role -> noCircle(role.name(), byName, new ArrayList<>(), sound));
    }

    private static boolean isAdmin(Role role) {
        return role.space() == null
                && role.includes().isEmpty()
                && role.members().isEmpty()
                && role.grants().equals(List.of(Grant.allow("*")));
    }

    private static void noCircle(String name, Map<String, Role> roles, List<String> way, Set<String> sound) {
        Role role = roles.get(name);
        if (role == null || sound.contains(name)) {
            return;
        }
        if (way.contains(name)) {
            List<String> circle = new ArrayList<>(way.subList(way.indexOf(name), way.size()));
            circle.add(name);
            throw refused("Roles include each other in a circle: " + String.join(" includes ", circle)
                    + ". Take one of these inclusions away");
        }
        way.add(name);
        role.includes().forEach(included -> noCircle(included, roles, way, sound));
        way.removeLast();
        sound.add(name);
    }

    /// As [#role], with the names of the spaces that there are.
    void role(Role role, Set<String> spaces) {
        Names.checked("role", role.name());
        if (role.grants().size() > Policies.MOST_LINES || role.members().size() > Policies.MOST_LINES) {
            throw refused("The role " + role.name() + " has more than " + Policies.MOST_LINES
                    + " grants or members; split it, or let it include others");
        }
        if (role.space() != null) {
            space(role, role.space(), spaces);
        }
        role.members().forEach(member -> member(role, member));
        role.grants().forEach(grant -> grant(role, grant, spaces));
    }

    private static void member(Role role, RoleMember member) {
        if (member.kind() == RoleMember.Kind.USER || member.kind() == RoleMember.Kind.GROUP) {
            String kind = member.kind() == RoleMember.Kind.USER ? "user" : "group";
            if (!isRef(member.name(), kind)) {
                throw refused("\"" + member.name() + "\", a member of the role " + role.name() + ", is no ref of a "
                        + kind + "; write one such as " + kind + ":default/name, in lower case");
            }
        } else if (member.kind() == RoleMember.Kind.TOKEN) {
            Names.checked("token", member.name());
        } else if (member.kind() == RoleMember.Kind.ACCOUNT) {
            Names.checked("account", member.name());
        }
    }

    private static boolean isRef(String name, String kind) {
        try {
            EntityRef ref = EntityRef.parse(name);
            return ref.toString().equals(name) && ref.kind().equals(kind);
        } catch (Refusal.InvalidInput noReference) {
            return false;
        }
    }

    private void grant(Role role, Grant grant, Set<String> spaces) {
        String pattern = grant.pattern();
        if (!PermissionPattern.wellFormed(pattern)) {
            throw refused("\"" + pattern + "\" in the role " + role.name() + " is no permission; use one such as"
                    + " catalog.entity.read, or a pattern such as catalog.* or *.*.read");
        }
        if (PermissionPattern.single(pattern) && permissions.named(pattern).isEmpty()) {
            throw refused("There is no permission " + pattern + ", which the role " + role.name()
                    + " names; use one that there is, or a pattern such as "
                    + pattern.substring(0, pattern.indexOf('.')) + ".*");
        }
        conditions(role, grant.condition(), spaces);
    }

    private static void conditions(Role role, Condition condition, Set<String> spaces) {
        switch (condition) {
            case Condition.AllOf all -> all.parts().forEach(part -> conditions(role, part, spaces));
            case Condition.AnyOf any -> any.parts().forEach(part -> conditions(role, part, spaces));
            case Condition.Not not -> conditions(role, not.part(), spaces);
            case Rule.SpaceIs space -> space(role, space.space(), spaces);
            case Rule.EntityIs entity -> entity.ids().forEach(id -> id(role, id));
            case Rule rule -> {
                // speaks of nothing that could be missing
            }
        }
    }

    private static void id(Role role, String id) {
        if (!ID.matches(id)) {
            throw refused("\"" + id + "\", an entity of which the role " + role.name() + " speaks, is no ref; write one"
                    + " such as component:default/fares");
        }
    }

    /// Passes where no membership begins that is over already. Those that ended since stay as they are.
    static void timely(Collection<Role> before, Collection<Role> after) {
        Map<String, Role> byName = new HashMap<>();
        before.forEach(role -> byName.put(role.name(), role));
        after.forEach(role -> timely(byName.get(role.name()), role));
    }

    /// As above, for one role.
    ///
    /// @param before the role as it was; null where there was none
    static void timely(@Nullable Role before, Role after) {
        Instant now = Instant.now();
        int number = 0;
        for (RoleMember member : after.members()) {
            if (!member.counts(now) && (before == null || !before.members().contains(member))) {
                throw refused("At /members/" + number + "/until: " + member.until() + ", to which a membership of the"
                        + " role " + after.name() + " would last, is over; name a time to come, or leave it out");
            }
            number++;
        }
    }

    private static void space(Role role, String space, Set<String> spaces) {
        if (!spaces.contains(space)) {
            throw refused("There is no space " + space + ", of which the role " + role.name()
                    + " speaks; make the space first, or name another");
        }
    }

    /// The names of the spaces that there are.
    Set<String> spaces() {
        return new HashSet<>(
                jdbc.sql("SELECT name FROM access_space").query(String.class).list());
    }

    static Refusal.InvalidInput notThere(String role, String included) {
        return refused("The role " + role + " includes " + included
                + ", which is not there; add that role first or leave it out");
    }

    private static Refusal.InvalidInput refused(String message) {
        return new Refusal.InvalidInput("policy", message);
    }
}
