package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/// Why there is nothing to see, and the one thing to do about it. The building lacks its middle column.
public final class EmptyState extends Div {

    private static final String BUILDING = """
            <svg viewBox="0 0 112 88" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round">
            <path d="M6 32 56 6l50 26v6H6z"/><path d="M14 38h14v42H14zM84 38h14v42H84z"/>
            <path d="M19 42v34M23 42v34M89 42v34M93 42v34" opacity=".35"/>
            <path d="M49 38v42M63 38v42" stroke-dasharray="3 4"/><path d="M1 80h110"/></svg>""";

    private final Div actions = new Div();

    public EmptyState(String title, String why) {
        addClassName("empty");
        actions.addClassName("actions");
        Div building = new Div();
        building.addClassName("building");
        building.getElement().setAttribute("aria-hidden", "true").setProperty("innerHTML", BUILDING);
        add(building, new H2(title), new Paragraph(why));
    }

    /// What to do about it, the primary action first.
    public EmptyState actions(Component... parts) {
        actions.add(parts);
        add(actions);
        return this;
    }

    /// A quiet line at the foot.
    public EmptyState foot(Component... parts) {
        Div foot = new Div(parts);
        foot.addClassName("foot");
        add(foot);
        return this;
    }
}
