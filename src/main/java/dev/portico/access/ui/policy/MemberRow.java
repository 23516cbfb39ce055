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

    /// @param remove takes the member away; null for whoever may not
    MemberRow(RoleMember member, Instant now, @Nullable Runnable remove) {
        addClassNames("row", "grow");
        add(new Icon(symbol(member.kind())), name(member), Text.hint(kind(member.kind())));
        Span end = Text.hint(until(member, now));
        end.addClassName("end");
        if (member.until() != null) {
            end.getElement().setAttribute("title", RelativeTime.exact(member.until()));
        }
        add(end);
        if (remove != null) {
            add(Actions.sign(Symbol.X, "Remove " + member.words(), remove));
        }
    }

    private static String until(RoleMember member, Instant now) {
        if (member.until() == null) {
            return "no end";
        }
        return (member.counts(now) ? "until " : "ended ") + RoleWords.day(member.until());
    }

    private static EntityLink link(EntityRef ref) {
        return new EntityLink(ref, ref.shortName()).ink();
    }

    private static Component name(RoleMember member) {
        return switch (member.kind()) {
            case USER, GROUP -> link(EntityRef.parse(member.name()));
            case EVERYONE -> new Span("Everyone signed in");
            case TOKEN, ACCOUNT -> Text.mono(member.name());
        };
    }

    private static String kind(RoleMember.Kind kind) {
        return switch (kind) {
            case USER -> "Person";
            case GROUP -> "Group, with those below it";
            case EVERYONE -> "";
            case TOKEN -> "Service token";
            case ACCOUNT -> "Account";
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
