package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Grant;
import dev.portico.access.Permissions;
import dev.portico.access.ui.condition.ConditionWords;
import dev.portico.look.Badge;
import dev.portico.look.Icon;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;

/// A grant as a row: whether it allows or denies, what, and where. A click opens it.
final class GrantRow extends Div {

    private final NativeButton line = new NativeButton();
    private final Div inside = new Div();

    GrantRow(Grant grant, Permissions permissions) {
        addClassName("grant");
        line.addClassName("grant-line");
        Span where = Text.hint(where(grant)).styled("clip", "end");
        line.add(effect(grant), Text.mono(grant.pattern()).styled("clip"), where, new Icon(Symbol.CHEVRON_DOWN));
        line.addClickListener(click -> open(!inside.isVisible()));
        inside.addClassName("inside");
        inside.add(Text.second(PermissionWords.sentence(grant.pattern(), permissions)));
        if (!grant.unconditional()) {
            inside.add(new ConditionWords(grant.condition()));
        }
        add(line, inside);
        open(false);
    }

    private void open(boolean open) {
        inside.setVisible(open);
        line.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    static Badge effect(Grant grant) {
        return grant.allows() ? new Badge(State.PASSED, "Allow") : new Badge(State.FAILED, Symbol.BAN, "Deny");
    }

    static String where(Grant grant) {
        return grant.unconditional()
                ? "everywhere"
                : "where " + grant.condition().words();
    }
}
