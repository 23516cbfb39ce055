package dev.portico.access.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import dev.portico.look.Actions;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks for something in a dialog, beginning in its first field. A refusal is said above the buttons, and what was
/// typed stays.
public final class FormDialog extends Dialog {

    /// On a phone, a field with the focus opens what it chooses from, or keys that cover the dialog.
    private static final String FOCUS =
            "setTimeout(() => this.isConnected && matchMedia('(min-width: 701px)').matches && this.focus())";

    private final Div refusal = new Div();
    private final Div content = new Div();
    private final Button button;
    private final transient Supplier<Optional<String>> tried;

    /// @param tried does it; says why it was refused, or nothing where it was not
    public FormDialog(String title, String confirm, Supplier<Optional<String>> tried) {
        this.tried = tried;
        setHeaderTitle(title);
        addClassName("form-dialog");
        content.addClassName("col");
        refusal.getElement().setAttribute("role", "alert");
        add(content, refusal);
        this.button = Actions.primary(confirm, Symbol.CHECK, this::attempt);
        getFooter().add(Actions.quiet("Cancel", this::close), button);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                first(content).ifPresent(field -> field.getElement().executeJs(FOCUS));
            }
        });
    }

    /// What is asked.
    public FormDialog with(Component... parts) {
        content.add(parts);
        return this;
    }

    /// Makes it as wide as what it shows needs.
    public FormDialog wide() {
        addClassName("wide");
        return this;
    }

    /// Has it take something away.
    public FormDialog danger() {
        button.addThemeVariants(ButtonVariant.ERROR);
        return this;
    }

    /// The first that takes the keyboard, in the order of reading.
    private static Optional<Focusable<?>> first(Component part) {
        if (!part.isVisible()) {
            return Optional.empty();
        }
        return part instanceof Focusable<?> field && field.isEnabled()
                ? Optional.of(field)
                : part.getChildren().flatMap(child -> first(child).stream()).findFirst();
    }

    private void attempt() {
        refusal.removeAll();
        tried.get().ifPresentOrElse(why -> refusal.add(new Note(State.FAILED, why)), this::close);
    }
}
