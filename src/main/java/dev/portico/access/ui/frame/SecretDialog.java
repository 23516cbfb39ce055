package dev.portico.access.ui.frame;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import dev.portico.look.Actions;
import dev.portico.look.CopyButton;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;

/// Shows a secret that is known this once, with a button that copies it. Nothing but its own button closes it.
public final class SecretDialog extends Dialog {

    /// @param lead  that it is to be copied now
    /// @param after what it is good for, and how long
    public SecretDialog(String title, String lead, String secret, String after) {
        setHeaderTitle(title);
        addClassName("form-dialog");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        Div text = new Div(Text.mono(secret).styled("token-text"), new CopyButton(secret));
        text.addClassNames("row", "wrap");
        add(new Note(State.PASSED, lead).with(text).say(after));
        getFooter().add(Actions.primary("Done", Symbol.CHECK, this::close));
    }
}
