package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;

/// A sign of 16 pixels in the colour of the words beside it. Screen readers pass over it: the words carry the meaning.
@Tag("span")
public final class Icon extends Component implements HasStyle {

    /// The sign at its usual size.
    public Icon(Symbol symbol) {
        addClassName("i");
        getElement().setAttribute("aria-hidden", "true");
        getElement().setProperty("innerHTML", symbol.drawing());
    }

    /// The sign at 14 pixels.
    public static Icon small(Symbol symbol) {
        Icon icon = new Icon(symbol);
        icon.addClassName("s");
        return icon;
    }
}
