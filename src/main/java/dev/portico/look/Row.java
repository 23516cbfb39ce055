package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/// Parts side by side: a row of a card, or a line of small parts.
public final class Row extends Div {

    private Row(String className, Component... parts) {
        super(parts);
        addClassName(className);
    }

    /// Parts in one line.
    public static Row line(Component... parts) {
        return new Row("row", parts);
    }

    /// A row of a [Card], with a hairline above.
    public static Row item(Component... parts) {
        return new Row("li", parts);
    }

    /// The same row with further style classes.
    public Row styled(String... classNames) {
        addClassNames(classNames);
        return this;
    }
}
