package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/// What is known about something, as pairs of a name and a value.
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    /// A fact whose value is parts, such as links and badges.
    public Facts fact(String name, Component... values) {
        add(new Term(name), new Description(values));
        return this;
    }

    /// A fact whose value is words; left out where they are empty.
    public Facts fact(String name, String value) {
        return value.isEmpty() ? this : fact(name, new Span(value));
    }
}
