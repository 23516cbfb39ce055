package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import dev.portico.access.Permissions;
import dev.portico.access.Role;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.time.Instant;
import java.util.Objects;
import java.util.TreeSet;

/// One role: what it is for, what it allows and denies, what it includes, and who its members are.
final class RoleDetail extends Div {

    private final transient Permissions permissions;

    RoleDetail(Permissions permissions) {
        this.permissions = permissions;
        addClassName("role-detail");
    }

    void show(Role role, AccessAddress address) {
        removeAll();
        Instant now = Instant.now();
        add(back(address), head(role));
        RolePart grants = new RolePart("Grants", "It allows and denies nothing itself.");
        role.grants().forEach(grant -> grants.row(new GrantRow(grant, permissions)));
        RolePart includes = new RolePart("Includes", "It has no other role's grants.");
        new TreeSet<>(role.includes())
                .forEach(name -> includes.row(new Anchor(address.withRole(name).address(), RoleWords.title(name))));
        RolePart members = new RolePart("Members", "It has no members; accounts and tokens may have been given it.");
        role.members().forEach(member -> members.row(new MemberRow(member, now)));
        add(grants, includes, members);
    }

    private static Header head(Role role) {
        Header head = new Header(
                new H2(RoleWords.title(role.name())), Text.mono(role.name()).styled("hint"));
        if (role.space() != null) {
            head.add(Text.second("Only in " + Objects.requireNonNull(role.space())));
        }
        if (!role.description().isEmpty()) {
            head.add(new Paragraph(role.description()));
        }
        return head;
    }

    private static Anchor back(AccessAddress address) {
        Anchor back = new Anchor(address.withRole("").address());
        back.addClassName("back");
        back.add(new Icon(Symbol.ARROW_LEFT));
        back.add("All roles");
        return back;
    }
}
