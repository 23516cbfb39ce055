package dev.portico.access.ui.comparison;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.access.PolicyDifference;
import dev.portico.access.PolicyDifference.RoleDifference;
import dev.portico.look.Badge;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;

/// The roles that differ between two policies, each with what comes, goes and changes.
public final class Comparison extends Div {

    public Comparison(PolicyDifference difference) {
        addClassName("comparison");
        if (difference.roles().isEmpty()) {
            add(Text.second("Policies " + difference.from() + " and " + difference.to() + " have the same roles."));
        }
        difference.roles().forEach(role -> add(section(role)));
    }

    private static Section section(RoleDifference role) {
        Section section = new Section();
        section.setAriaLabel(role.name());
        H3 name = new H3(Words.capital(role.name().replace('-', ' ')));
        Header head = new Header(name, badge(role));
        UnorderedList lines = new UnorderedList();
        RoleChanges.of(role).forEach(lines::add);
        section.add(head, lines);
        return section;
    }

    private static Badge badge(RoleDifference role) {
        if (role.before() == null) {
            return new Badge(State.INFO, Symbol.PLUS, "New");
        }
        return role.after() == null
                ? new Badge(State.FAILED, Symbol.MINUS, "Removed")
                : new Badge(State.INFO, Symbol.PENCIL, "Edited");
    }
}
