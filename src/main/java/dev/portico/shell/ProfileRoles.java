package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.access.Access;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import dev.portico.look.Note;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;

/// The roles that one holds, and what each allows in sentences.
final class ProfileRoles {

    private final Access access;
    private final Permissions permissions;

    ProfileRoles(Access access, Permissions permissions) {
        this.access = access;
        this.permissions = permissions;
    }

    Card card(Reader reader) {
        List<HeldRole> held = access.roles(reader);
        Card card = new Card("Roles").count(Words.number(held.size()));
        if (held.isEmpty()) {
            return card.body(new Note(State.WARNING, "You hold no role.")
                    .say("So you may read nothing of the catalog. Ask an admin for a role such as engineer."));
        }
        return card.rows(held.stream().map(role -> role(role.role(), reader)).toArray(Component[]::new));
    }

    private Component role(String role, Reader reader) {
        List<Permission> allowed = permissions.all().stream()
                .filter(permission -> permissions.roles(permission).contains(role))
                .toList();
        Span name = new Span(role);
        name.addClassName("strong");
        Div words = new Div(name, Text.second(sentence(allowed)));
        words.addClassNames("col", "tight", "grow");
        if (!allowed.isEmpty()) {
            UnorderedList list = new UnorderedList();
            allowed.forEach(permission -> list.add(line(permission, reader)));
            words.add(new NativeDetails("What it allows", list));
        }
        return Row.item(words).styled("top");
    }

    private String sentence(List<Permission> allowed) {
        int all = permissions.all().size();
        if (allowed.size() == all) {
            return "Allows everything: all " + all + " permissions.";
        }
        return "Allows " + allowed.size() + " of " + all + " permissions.";
    }

    private ListItem line(Permission permission, Reader reader) {
        ListItem line = new ListItem(new Span(permission.sentence()));
        if (!(access.scope(reader, permission) instanceof Scope.All)) {
            line.add(Text.hint(
                    permission.isGeneral()
                            ? " Not held: a condition limits it, and it is about nothing that could meet one."
                            : " Not for everything: a condition limits it."));
        }
        line.add(Text.mono(permission.name()).styled("hint"));
        return line;
    }
}
