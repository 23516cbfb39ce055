package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Explanation.Way;
import dev.portico.access.RoleHolders.GrantHolders;
import dev.portico.access.RoleHolders.Holder;
import dev.portico.look.Actions;
import dev.portico.look.Icon;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.util.List;

/// Who holds a role, or what a grant is about, and by what.
final class HoldersDialog extends Dialog {

    private final Div content = new Div();

    private HoldersDialog(String title) {
        setHeaderTitle(title);
        addClassNames("form-dialog", "wide");
        content.addClassNames("comparison", "holders");
        content.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        content.getElement().setAttribute("aria-label", title);
        add(content);
        getFooter().add(Actions.quiet("Close", this::close));
    }

    /// Who holds a role.
    static HoldersDialog of(String role, List<Holder> holders) {
        HoldersDialog dialog = new HoldersDialog("Who holds " + RoleWords.title(role));
        dialog.content.add(list(role, holders));
        return dialog;
    }

    /// Who holds what a permission or pattern spans, by each grant.
    static HoldersDialog of(String pattern, List<GrantHolders> grants, int policy) {
        HoldersDialog dialog = new HoldersDialog("Who holds " + pattern);
        dialog.content.add(Text.hint("By policy " + policy + ", and by each of these grants:"));
        for (GrantHolders grant : grants) {
            Section section = new Section();
            section.setAriaLabel(grant.role());
            section.add(
                    new Header(
                            new H3(RoleWords.title(grant.role())),
                            GrantRow.effect(grant.grant()),
                            Text.mono(grant.grant().pattern())),
                    Text.second(GrantRow.where(grant.grant())),
                    list(grant.role(), grant.holders()));
            dialog.content.add(section);
        }
        return dialog;
    }

    private static Component list(String role, List<Holder> holders) {
        if (holders.isEmpty()) {
            return Text.hint("Nobody holds this role.");
        }
        Div sheet = new Div();
        sheet.addClassName("sheet");
        holders.forEach(holder -> sheet.add(line(role, holder)));
        return sheet;
    }

    private static Row line(String role, Holder holder) {
        Span how = Text.hint(how(role, holder));
        how.addClassName("end");
        return Row.item(new Icon(symbol(holder.way())), new Span(holder.label()), how);
    }

    private static String how(String role, Holder holder) {
        StringBuilder how = new StringBuilder(
                switch (holder.way()) {
                    case ACCOUNT -> "given to the account " + holder.name();
                    case TOKEN -> holder.name().isEmpty() ? "" : "service token";
                    case USER -> "member";
                    case GROUP -> "group, with those below it";
                    case EVERYONE, INCLUDED -> "";
                });
        if (!holder.through().equals(role)) {
            append(how, "by the role " + holder.through());
        }
        if (holder.space() != null) {
            append(how, "in " + holder.space() + " only");
        }
        if (holder.until() != null) {
            append(how, "until " + RoleWords.day(holder.until()));
        }
        return how.toString();
    }

    private static void append(StringBuilder how, String words) {
        how.append(how.isEmpty() ? "" : ", ").append(words);
    }

    private static Symbol symbol(Way way) {
        return switch (way) {
            case ACCOUNT, USER -> Symbol.USER;
            case TOKEN -> Symbol.KEY_ROUND;
            case GROUP, EVERYONE, INCLUDED -> Symbol.USERS;
        };
    }
}
