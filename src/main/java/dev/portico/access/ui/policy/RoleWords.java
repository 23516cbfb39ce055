package dev.portico.access.ui.policy;

import dev.portico.access.Role;
import dev.portico.access.RoleHolders.Given;
import dev.portico.access.RoleMember;
import dev.portico.look.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Roles in words.
final class RoleWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private static final String EVERYONE = "Everyone signed in";

    private RoleWords() {}

    /// A role's name as a title: `Team lead`.
    static String title(String name) {
        return Words.capital(name.replace('-', ' '));
    }

    /// To whom a role was given itself, and where: `3 people, 2 groups directly, in payments`. Who is in those groups,
    /// and who holds it by another role, is not counted.
    ///
    /// @param given how many accounts and service tokens were given it
    static String members(Role role, Given given) {
        List<String> parts = new ArrayList<>();
        if (count(role, RoleMember.Kind.EVERYONE) > 0) {
            parts.add(EVERYONE);
        }
        long named = count(role, RoleMember.Kind.USER) + count(role, RoleMember.Kind.ACCOUNT);
        add(parts, named + given.accounts(), "person", "people");
        add(parts, count(role, RoleMember.Kind.GROUP), "group", "groups");
        add(parts, count(role, RoleMember.Kind.TOKEN) + given.tokens(), "token", "tokens");
        boolean counted = !parts.isEmpty() && !parts.equals(List.of(EVERYONE));
        if (parts.isEmpty()) {
            parts.add("Nobody");
            counted = true;
        }
        if (counted) {
            parts.add(parts.removeLast() + " directly");
        }
        if (role.space() != null) {
            parts.add("in " + role.space());
        }
        return String.join(", ", parts);
    }

    /// How much a policy differs from the one in force: `3 roles differ from policy 17`.
    ///
    /// @param roles in how many roles
    static String differ(int roles, int inForce) {
        return (roles == 0 ? "The same as" : Words.count(roles, "role differs", "roles differ") + " from") + " policy "
                + inForce;
    }

    /// A day: `31 Dec 2026`.
    static String day(Instant moment) {
        return DAY.format(moment.atZone(ZoneOffset.UTC));
    }

    /// A moment: `31 Dec 2026, 18:00 UTC`.
    static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(ZoneOffset.UTC));
    }

    private static long count(Role role, RoleMember.Kind kind) {
        return role.members().stream().filter(member -> member.kind() == kind).count();
    }

    private static void add(List<String> parts, long count, String singular, String plural) {
        if (count > 0) {
            parts.add(Words.count(count, singular, plural));
        }
    }
}
