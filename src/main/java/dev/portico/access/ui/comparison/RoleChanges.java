package dev.portico.access.ui.comparison;

import com.vaadin.flow.component.html.ListItem;
import dev.portico.access.Grant;
import dev.portico.access.PolicyDifference.RoleDifference;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What differs in a role, line by line.
final class RoleChanges {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private RoleChanges() {}

    static List<ListItem> of(RoleDifference role) {
        List<ListItem> lines = new ArrayList<>();
        @Nullable Role before = role.before();
        @Nullable Role after = role.after();
        if (before != null && after != null) {
            text(lines, "Description", before.description(), after.description());
            text(lines, "Space", where(before), where(after));
        } else if (after != null && after.space() != null) {
            lines.add(came("Holds in the space " + after.space() + " only"));
        }
        role.includesAdded().forEach(name -> lines.add(came("Includes " + name)));
        role.includesRemoved().forEach(name -> lines.add(went("Includes " + name)));
        grants(lines, new ArrayList<>(role.grantsRemoved()), role.grantsAdded());
        role.membersAdded().forEach(member -> lines.add(came("Member: " + words(member))));
        role.membersRemoved().forEach(member -> lines.add(went("Member: " + words(member))));
        if (lines.isEmpty()) {
            lines.add(changed("Its lines stand in another order"));
        }
        return lines;
    }

    /// A grant that only its condition changed of is one change, not two.
    private static void grants(List<ListItem> lines, List<Grant> removed, List<Grant> added) {
        for (Grant grant : added) {
            Optional<Grant> former = removed.stream()
                    .filter(one ->
                            one.effect() == grant.effect() && one.pattern().equals(grant.pattern()))
                    .findFirst();
            if (former.isPresent()) {
                removed.remove(former.get());
                ListItem line = changed(head(grant) + ": was " + where(former.get()) + ", is " + where(grant));
                lines.add(line);
            } else {
                lines.add(came(words(grant)));
            }
        }
        removed.forEach(grant -> lines.add(went(words(grant))));
    }

    private static void text(List<ListItem> lines, String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            lines.add(changed(what + ": was " + quoted(before) + ", is " + quoted(after)));
        }
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "empty" : "“" + text + "”";
    }

    private static String where(Role role) {
        return role.space() == null ? "everywhere" : role.space();
    }

    private static String head(Grant grant) {
        return (grant.allows() ? "Allow " : "Deny ") + grant.pattern();
    }

    private static String where(Grant grant) {
        return grant.unconditional()
                ? "everywhere"
                : "where " + grant.condition().words();
    }

    private static String words(Grant grant) {
        return head(grant) + " " + where(grant);
    }

    private static String words(RoleMember member) {
        String who = who(member);
        return member.until() == null
                ? who
                : who + " until " + DAY.format(member.until().atZone(ZoneOffset.UTC));
    }

    private static String who(RoleMember member) {
        return switch (member.kind()) {
            case USER -> "person " + EntityRef.parse(member.name()).shortName();
            case GROUP -> "group " + EntityRef.parse(member.name()).shortName();
            case EVERYONE, TOKEN, ACCOUNT -> member.words();
        };
    }

    private static ListItem came(String words) {
        return line("came", Symbol.PLUS, "Added", words);
    }

    private static ListItem went(String words) {
        return line("went", Symbol.MINUS, "Removed", words);
    }

    private static ListItem changed(String words) {
        return line("changed", Symbol.PENCIL, "Changed", words);
    }

    private static ListItem line(String className, Symbol symbol, String what, String words) {
        ListItem line = new ListItem(new Icon(symbol), Text.unseen(what), Text.second(words));
        line.addClassName(className);
        return line;
    }
}
