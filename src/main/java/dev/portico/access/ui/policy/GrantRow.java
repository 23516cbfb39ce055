package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Grant;
import dev.portico.look.Badge;
import dev.portico.look.Icon;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A grant as a row: whether it allows or denies, what, and where. A click opens it.
final class GrantRow extends Div {

    private final NativeButton line = new NativeButton();
    private final Div inside = new Div();
    private transient @Nullable Supplier<Component> content;

    /// @param mark what became of it since the policy in force; empty for nothing
    GrantRow(Grant grant, String mark) {
        addClassName("grant");
        line.addClassName("grant-line");
        line.addClickListener(click -> open(!inside.isVisible()));
        inside.addClassName("inside");
        show(grant, mark);
        add(line, inside);
        open(false);
    }

    /// What is shown where it is open; made when it is opened first.
    GrantRow with(Supplier<Component> part) {
        content = part;
        return this;
    }

    /// Shows the line anew.
    void show(Grant grant, String mark) {
        Span where = Text.hint(where(grant)).styled(grant.unconditional() ? "end" : "condition-words");
        line.removeAll();
        line.add(effect(grant), Text.mono(grant.pattern()));
        if (!mark.isEmpty()) {
            line.add(new Badge(State.INFO, Symbol.PENCIL, mark));
        }
        line.add(where, new Icon(Symbol.CHEVRON_DOWN));
    }

    /// Takes the keyboard to its line.
    void focus() {
        line.getElement().executeJs(NewRow.FOCUS);
    }

    void open(boolean open) {
        if (open && content != null) {
            inside.add(content.get());
            content = null;
        }
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
