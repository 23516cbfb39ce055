package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// What the lines and boxes of the graph mean, in one line below it.
final class GraphLegend {

    private GraphLegend() {}

    static Div line() {
        Div legend = new Div(
                part("plain", "Left depends on right"),
                part("against", "Closes a circle, runs back"),
                part("lost", "Not in the catalog"),
                part("root", "Where it begins"));
        legend.addClassName("graph-legend");
        legend.getElement().setAttribute("aria-label", "Legend").setAttribute("role", "group");
        return legend;
    }

    private static Span part(String look, String words) {
        Span sample = new Span();
        sample.addClassNames("sample", look);
        sample.getElement().setAttribute("aria-hidden", "true");
        return new Span(sample, new Span(words));
    }
}
