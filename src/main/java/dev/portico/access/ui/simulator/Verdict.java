package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.portico.look.Icon;
import dev.portico.look.State;

/// Allowed or denied, and by which policy. Pressing it shows its reasons below.
final class Verdict extends NativeButton {

    /// @param by    which policy says so
    /// @param shown whether its reasons stand below
    Verdict(boolean allowed, String by, boolean shown, Runnable show) {
        State state = allowed ? State.PASSED : State.FAILED;
        addClassNames("verdict", state.className());
        Span word = new Span(new Icon(state.symbol()), new Span(allowed ? "Allowed" : "Denied"));
        word.addClassName("word");
        Span where = new Span(by);
        where.addClassName("by");
        add(word, where);
        getElement().setAttribute("type", "button").setAttribute("aria-pressed", String.valueOf(shown));
        addClickListener(click -> show.run());
    }
}
