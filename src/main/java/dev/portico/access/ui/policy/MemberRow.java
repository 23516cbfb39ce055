package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.RoleMember;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Actions;
import dev.portico.look.EntityLink;
import dev.portico.look.Icon;
import dev.portico.look.RelativeTime;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member of a role: who, and until when.
final class MemberRow extends Div {

    /// @param label  what to call the member
    /// @param remove takes the member away; null for whoever may not
    MemberRow(RoleMember member, String label, Instant now, @Nullable Runnable remove) {
        addClassNames("row", "grow", "member");
        Text how = Text.hint(kind(member) + until(member, now)).styled("small");
        if (member.until() != null) {
            how.setTitle(RelativeTime.exact(member.until()));
        }
        Div words = new Div(name(member, label), how);
        words.addClassNames("col", "tight", "grow", "wrap-anywhere");
        add(new Icon(symbol(member.kind())), words);
        if (remove != null) {
            add(Actions.sign(Symbol.X, "Remove " + label, remove));
        }
    }

    /// Takes the keyboard, as what was just made does.
    void focus() {
        NewRow.focus(this);
    }

    private static String until(RoleMember member, Instant now) {
        if (member.until() == null) {
            return "no end";
        }
        return (member.counts(now) ? "until " : "ended ") + RoleWords.day(member.until());
    }

    private static Component name(RoleMember member, String label) {
        return switch (member.kind()) {
            case USER, GROUP -> new EntityLink(EntityRef.parse(member.name()), label).ink();
            case EVERYONE, ACCOUNT -> new Span(label);
            case TOKEN -> Text.mono(label);
        };
    }

    private static String kind(RoleMember member) {
        return switch (member.kind()) {
            case USER -> member.name() + ", ";
            case GROUP -> member.name() + ", with those below it, ";
            case EVERYONE -> "";
            case TOKEN -> "Service token, ";
            case ACCOUNT -> "The account " + member.name() + ", ";
        };
    }

    private static Symbol symbol(RoleMember.Kind kind) {
        return switch (kind) {
            case USER, ACCOUNT -> Symbol.USER;
            case GROUP, EVERYONE -> Symbol.USERS;
            case TOKEN -> Symbol.KEY_ROUND;
        };
    }
}
