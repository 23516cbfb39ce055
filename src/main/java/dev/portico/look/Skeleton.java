package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// Grey blocks of the size of what will come. The browser shows them only after 200 ms, so that quick answers do not
/// flicker.
public final class Skeleton extends Div {

    private Skeleton(Component... parts) {
        super(parts);
        addClassName("skeleton");
        getElement().setAttribute("role", "status").setAttribute("aria-label", "Loading");
    }

    /// Rows of two lines with a tile before them.
    public static Skeleton rows(int count) {
        Component[] rows = new Component[count];
        for (int at = 0; at < count; at++) {
            Div lines = new Div(block("sk", "w" + (3 + at % 3)), block("sk", "w" + (5 + at % 4)));
            lines.addClassNames("col", "grow");
            rows[at] = Row.item(block("sk", "tile"), lines);
        }
        return new Skeleton(rows);
    }

    private static Span block(String... classNames) {
        Span block = new Span();
        block.addClassNames(classNames);
        return block;
    }
}
