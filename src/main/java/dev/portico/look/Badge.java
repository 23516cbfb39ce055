package dev.portico.look;

import com.vaadin.flow.component.html.Span;

/// A word on a tinted ground: a fact about what it stands beside. At most two after a title.
public final class Badge extends Span {

    /// A plain word, such as a type or a tag.
    public Badge(String word) {
        addClassName("badge");
        add(new Span(word));
    }

    /// A word about a state, with the sign of that state.
    public Badge(State state, String word) {
        this(state, state.symbol(), word);
    }

    /// A word in the colours of a state, with a sign that says more than the usual one.
    public Badge(State state, Symbol symbol, String word) {
        addClassNames("badge", state.className());
        add(new Icon(symbol), new Span(word));
    }
}
