package dev.portico.look;

import com.vaadin.flow.component.html.Span;

/// A state as sign and word without a ground, for cells and rows.
public final class StateLine extends Span {

    public StateLine(State state, String word) {
        this(state, state.symbol(), word);
    }

    /// A state whose sign says more than the usual one, such as that something runs.
    public StateLine(State state, Symbol symbol, String word) {
        addClassNames("state", state.className());
        add(new Icon(symbol), new Span(word));
    }
}
