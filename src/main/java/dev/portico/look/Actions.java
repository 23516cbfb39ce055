package dev.portico.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;

/// Buttons in the voices of the look. A view has one primary button at most.
public final class Actions {

    private Actions() {}

    /// What the page is for.
    public static Button primary(String word, Symbol symbol, Runnable action) {
        Button button = plain(word, symbol, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /// What else can be done.
    public static Button plain(String word, Symbol symbol, Runnable action) {
        return new Button(word, new Icon(symbol), click -> action.run());
    }

    /// What takes something away.
    public static Button danger(String word, Symbol symbol, Runnable action) {
        Button button = plain(word, symbol, action);
        button.addThemeVariants(ButtonVariant.ERROR);
        return button;
    }

    /// What is there but seldom meant.
    public static Button quiet(String word, Runnable action) {
        Button button = new Button(word, click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /// A sign alone, with a name for those who do not see it.
    public static Button sign(Symbol symbol, String name, Runnable action) {
        Button button = new Button(new Icon(symbol), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }

    /// A link in the words of an action.
    public static Anchor link(String word, String address) {
        return new Anchor(address, word);
    }
}
