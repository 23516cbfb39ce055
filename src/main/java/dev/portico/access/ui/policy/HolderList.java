package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Explanation.Way;
import dev.portico.access.RoleHolders.GrantHolders;
import dev.portico.access.RoleHolders.Holder;
import dev.portico.access.ui.frame.CatalogNames;
import dev.portico.access.ui.frame.CatalogNames.Names;
import dev.portico.look.Icon;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;

/// Who holds a role, by what, and who of them can use it: rights of somebody without an account wait for one.
final class HolderList extends Div {

    HolderList(String role, List<Holder> holders, CatalogNames names) {
        this(role, holders, named(holders, names));
    }

    private HolderList(String role, List<Holder> holders, Names names) {
        addClassName("sheet");
        holders.forEach(holder -> add(line(role, holder, names)));
        if (holders.isEmpty()) {
            removeClassName("sheet");
            add(Text.hint("Nobody holds this role."));
        }
    }

    /// Who holds what a permission or pattern spans, by each grant.
    static Component of(List<GrantHolders> grants, int policy, CatalogNames names) {
        Div all = new Div();
        all.addClassName("comparison");
        if (grants.isEmpty()) {
            all.add(Text.hint("No grant of policy " + policy + " that you may see is about it."));
            return all;
        }
        Names known =
                named(grants.stream().flatMap(grant -> grant.holders().stream()).toList(), names);
        all.add(Text.hint("By policy " + policy + ", and by each of these grants:"));
        for (GrantHolders grant : grants) {
            Section section = new Section();
            section.setAriaLabel(grant.role());
            section.add(
                    new Header(
                            new H3(RoleWords.title(grant.role())),
                            GrantRow.effect(grant.grant()),
                            Text.mono(grant.grant().pattern())),
                    Text.second(GrantRow.where(grant.grant())),
                    new HolderList(grant.role(), grant.holders(), known));
            all.add(section);
        }
        return all;
    }

    private static Names named(List<Holder> holders, CatalogNames names) {
        return names.parties(holders.stream().map(Holder::name).toList());
    }

    private static Row line(String role, Holder holder, Names names) {
        boolean entity = holder.way() == Way.USER || holder.way() == Way.GROUP;
        Div who = new Div(new Span(entity ? names.of(holder.name()) : holder.label()));
        who.addClassNames("col", "tight", "wrap-anywhere");
        if (entity) {
            who.add(Text.mono(holder.name()).styled("small", "hint"));
        }
        Span how = Text.hint(how(role, holder));
        how.addClassName("end");
        Row row = Row.item(new Icon(symbol(holder.way())), who);
        if (entity) {
            row.add(accounts(holder));
        }
        row.add(how);
        return row;
    }

    /// Who of them has an account to use it.
    private static Text accounts(Holder holder) {
        if (holder.accounts() == 0) {
            return Text.second(holder.way() == Way.USER ? "no account in use" : "nobody has an account in use");
        }
        return Text.second(
                holder.way() == Way.USER
                        ? ""
                        : Words.count(holder.accounts(), "person", "people") + " with an account");
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
            append(how, "by the role " + RoleWords.title(holder.through()));
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
