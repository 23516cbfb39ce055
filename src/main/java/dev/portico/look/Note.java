package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/// A problem, a warning or a remark where it belongs: what is so, why, and what to do.
public final class Note extends Div {

    private final Div words = new Div();
    private final Div actions = new Div();

    /// @param lead the answer first, as a sentence
    public Note(State state, String lead) {
        addClassNames("note", state.className());
        words.addClassName("words");
        actions.addClassName("actions");
        Span first = new Span(lead);
        first.addClassName("lead");
        words.add(new Paragraph(first));
        add(new Icon(state.symbol()), words);
    }

    /// A further sentence below.
    public Note say(String sentence) {
        words.add(new Paragraph(sentence));
        return this;
    }

    /// Further parts below.
    public Note with(Component... parts) {
        words.add(parts);
        return this;
    }

    /// Buttons and links at the end.
    public Note actions(Component... parts) {
        actions.add(parts);
        add(actions);
        return this;
    }
}
