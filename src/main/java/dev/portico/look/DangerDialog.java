package dev.portico.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/// Asks before something is done that cannot be taken back. It opens on Cancel: whoever presses Enter once more does
/// no harm.
public final class DangerDialog {

    /// The dialog itself goes to the button that does it, some moments after it opened, and marks that one as
    /// focused right after: only then can the focus be taken back, and the mark with it.
    private static final String STAY_ON = """
            const until = performance.now() + 500;
            const stay = event => {
              if (performance.now() > until) this.removeEventListener('focusin', stay);
              else if (event.target !== $0) queueMicrotask(() => $0.focus());
            };
            this.addEventListener('focusin', stay);
            """;

    private DangerDialog() {}

    /// Opens it.
    ///
    /// @param question what would be done, such as `Remove fares?`
    /// @param text     what goes with it, and whether it comes back
    /// @param verb     what the button says that does it
    /// @param action   does it
    public static void ask(String question, String text, String verb, Runnable action) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setText(text);
        Button cancel = new Button("Cancel");
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        dialog.setCancelable(true);
        dialog.setCancelButton(cancel);
        dialog.setConfirmText(verb);
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> action.run());
        dialog.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                dialog.getElement().executeJs(STAY_ON, cancel.getElement());
                cancel.focus();
            }
        });
        dialog.open();
    }
}
