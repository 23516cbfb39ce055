package dev.portico.look;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/// A filter in force. It is a link to the same page without that filter.
public final class Chip extends Anchor {

    public Chip(String words, String addressWithout) {
        super(addressWithout);
        addClassName("chip");
        Span text = new Span(words);
        text.addClassName("clip");
        setAriaLabel("Remove the filter " + words);
        add(text, new Icon(Symbol.X));
    }
}
