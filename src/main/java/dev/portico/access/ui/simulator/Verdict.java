package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Decision;
import dev.portico.look.Icon;
import dev.portico.look.State;

/// Allowed, denied or neither before a thing is named, and by which policy. Pressing it shows its reasons below.
final class Verdict extends NativeButton {

    /// @param by    which policy says so
    /// @param shown whether its reasons stand below
    Verdict(Decision decision, String by, boolean shown, Runnable show) {
        State state = state(decision);
        addClassNames("verdict", state.className());
        Span word = new Span(new Icon(state.symbol()), new Span(words(decision)));
        word.addClassName("word");
        Span where = new Span(by);
        where.addClassName("by");
        add(word, where);
        getElement().setAttribute("type", "button").setAttribute("aria-pressed", String.valueOf(shown));
        addClickListener(click -> show.run());
    }

    static State state(Decision decision) {
        return decision.allowed() ? State.PASSED : decision.depends() ? State.UNREPORTED : State.FAILED;
    }

    private static String words(Decision decision) {
        return decision.allowed() ? "Allowed" : decision.depends() ? "Depends on the thing" : "Denied";
    }
}
