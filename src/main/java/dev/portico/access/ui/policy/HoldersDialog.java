package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.FailedPart;
import java.util.function.Supplier;

/// Who holds something, or why that is not to be told.
final class HoldersDialog extends Dialog {

    private final Div content = new Div();

    /// @param list makes what it shows, or refuses
    HoldersDialog(String title, Supplier<Component> list) {
        setHeaderTitle(title);
        addClassNames("form-dialog", "wide");
        content.addClassNames("comparison", "holders");
        content.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        content.getElement().setAttribute("aria-label", title);
        add(content);
        getFooter().add(Actions.quiet("Close", this::close));
        fill(list);
    }

    private void fill(Supplier<Component> list) {
        content.removeAll();
        try {
            content.add(list.get());
        } catch (Refusal refused) {
            content.add(FailedPart.of(refused, () -> fill(list)));
        }
    }
}
