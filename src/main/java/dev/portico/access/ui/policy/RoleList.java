package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.access.Role;
import dev.portico.access.RoleHolders.Given;
import dev.portico.access.RoleMember;
import dev.portico.look.Badge;
import dev.portico.look.Icon;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/// The roles on the left, each with who holds it and what the draft does to it; above them which policy they
/// are of, and how many there are. What is typed narrows them, by their names and by those of their members.
final class RoleList extends Div {

    private final Div which = new Div();
    private final Text counts = Text.hint("");
    private final TextField find = new TextField();
    private final Nav links = new Nav();
    private final Div end = new Div();

    RoleList() {
        addClassName("role-list");
        find.setPlaceholder("Find a role or member");
        find.setAriaLabel("Find a role or member");
        find.setPrefixComponent(new Icon(Symbol.SEARCH));
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.EAGER);
        find.addValueChangeListener(typed -> narrow());
        links.setAriaLabel("Roles");
        counts.addClassName("small");
        add(which, find, counts, links, end);
    }

    /// @param labels  what to call the members
    /// @param given   how many were given each role
    /// @param address that of the page; links change its role
    /// @param chosen  told the number of another policy that is chosen
    void show(
            PolicyWork work,
            Map<RoleMember, String> labels,
            Map<String, Given> given,
            AccessAddress address,
            String shown,
            IntConsumer chosen) {
        which.removeAll();
        PolicySwitch others = new PolicySwitch(work, chosen);
        if (others.several()) {
            which.add(others);
        }
        counts.setText(counts(work));
        links.removeAll();
        for (Role role : work.shown().roles()) {
            links.add(link(
                    new RoleLink(role, labels),
                    role,
                    work.mark(role.name()),
                    given,
                    address,
                    role.name().equals(shown)));
        }
        for (Role role : work.removed()) {
            links.add(link(
                    new RoleLink(role, labels),
                    role,
                    PolicyWork.Mark.REMOVED,
                    given,
                    address,
                    role.name().equals(shown)));
        }
        narrow();
    }

    /// Leads its links to roles beside what else the page's address says by now.
    void at(AccessAddress address) {
        links.getChildren().forEach(link -> ((RoleLink) link).at(address));
    }

    /// What stands below the list.
    void end(Component... parts) {
        end.removeAll();
        end.add(parts);
    }

    /// How many roles there are, and of what: `10 roles in draft 18, 8 in force`.
    private static String counts(PolicyWork work) {
        String here = Words.count(work.shown().roles().size(), "role", "roles");
        if (work.number() == work.inForce().number()) {
            return here + " in force";
        }
        long added = work.changes().stream()
                .filter(change -> change.before() == null)
                .count();
        long inForce = work.shown().roles().size() - added + work.removed().size();
        return here + " in " + (work.isDraft() ? "draft " : "policy ") + work.number() + ", " + Words.number(inForce)
                + " in force";
    }

    private static RoleLink link(
            RoleLink link,
            Role role,
            PolicyWork.Mark mark,
            Map<String, Given> given,
            AccessAddress address,
            boolean shown) {
        link.at(address);
        Span first = new Span(new Span(RoleWords.title(role.name())));
        first.addClassName("first");
        if (mark == PolicyWork.Mark.REMOVED) {
            first.add(new Badge(State.FAILED, Symbol.MINUS, mark.word()));
        } else if (mark != PolicyWork.Mark.SAME) {
            first.add(new Badge(State.INFO, mark == PolicyWork.Mark.NEW ? Symbol.PLUS : Symbol.PENCIL, mark.word()));
        }
        link.add(first, Text.second(RoleWords.members(role, given.getOrDefault(role.name(), Given.NOBODY))));
        if (shown) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private void narrow() {
        String typed = find.getValue().strip().toLowerCase(Locale.ROOT);
        links.getChildren().forEach(link -> link.setVisible(((RoleLink) link).fits(typed)));
    }

    /// A role in the list.
    private static final class RoleLink extends Anchor {

        private final String name;
        private final String words;

        RoleLink(Role role, Map<RoleMember, String> labels) {
            name = role.name();
            StringBuilder all = new StringBuilder(role.name()).append(' ').append(RoleWords.title(role.name()));
            for (RoleMember member : role.members()) {
                all.append(' ').append(member.words()).append(' ').append(labels.getOrDefault(member, ""));
            }
            words = all.toString().toLowerCase(Locale.ROOT);
        }

        void at(AccessAddress address) {
            setHref(address.withRole(name).address());
        }

        boolean fits(String typed) {
            return words.contains(typed);
        }
    }
}
