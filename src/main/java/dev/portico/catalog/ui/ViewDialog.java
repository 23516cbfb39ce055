package dev.portico.catalog.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.look.Actions;
import dev.portico.look.Attempt;
import dev.portico.look.Symbol;
import java.util.function.Consumer;

/// Asks what a view is to be called. A refusal is said under the field, and what was typed stays.
final class ViewDialog extends Dialog {

    private final TextField name = new TextField("Name");
    private final transient Consumer<String> save;

    ViewDialog(String title, String present, Consumer<String> save) {
        this.save = save;
        addClassName("form-dialog");
        setHeaderTitle(title);
        name.setValue(present);
        name.setManualValidation(true);
        name.setMaxLength(60);
        name.setAutofocus(true);
        name.setAutoselect(true);
        name.setWidthFull();
        add(name);
        Button confirm = Actions.primary("Save", Symbol.CHECK, this::tried);
        confirm.addClickShortcut(Key.ENTER).listenOn(this);
        getFooter().add(Actions.quiet("Cancel", this::close), confirm);
    }

    private void tried() {
        Attempt.on(name, () -> {
                    save.accept(name.getValue());
                    return name;
                })
                .ifPresent(saved -> close());
    }
}
