package dev.portico.look;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import org.jspecify.annotations.Nullable;

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
        return new Pressed(word, new Icon(symbol), action);
    }

    /// What takes something away.
    public static Button danger(String word, Symbol symbol, Runnable action) {
        Button button = plain(word, symbol, action);
        button.addThemeVariants(ButtonVariant.ERROR);
        return button;
    }

    /// What is there but seldom meant.
    public static Button quiet(String word, Runnable action) {
        Button button = new Pressed(word, null, action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /// A sign alone, with a name for those who do not see it.
    public static Button sign(Symbol symbol, String name, Runnable action) {
        Button button = new Pressed("", new Icon(symbol), action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }

    /// A link in the words of an action.
    public static Anchor link(String word, String address) {
        return new Anchor(address, word);
    }

    /// A button that asks the browser for nothing but that it was pressed. Where the pointer was, and which keys were
    /// held, takes Vaadin's own listener half the memory of the button.
    private static final class Pressed extends Button {

        private final transient Runnable action;

        private Pressed(String word, @Nullable Icon icon, Runnable action) {
            super(word);
            this.action = action;
            if (icon != null) {
                setIcon(icon);
            }
            getElement().addEventListener("click", pressed -> action.run());
        }

        @Override
        protected void fireEvent(ComponentEvent<?> event) {
            if (event instanceof ClickEvent) {
                action.run();
            }
            super.fireEvent(event);
        }
    }
}
