package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/// The line above a list: what narrows it on the left, what changes its form at the end.
public final class Toolbar extends Div {

    public Toolbar(Component... parts) {
        super(parts);
        addClassName("toolbar");
        getElement().setAttribute("role", "toolbar");
    }
}
