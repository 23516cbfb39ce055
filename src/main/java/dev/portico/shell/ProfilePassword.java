package dev.portico.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.portico.access.Accounts;
import dev.portico.access.Readers;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.Symbol;
import dev.portico.look.Text;

/// Changes one's own password. What is refused is said under the field that it is about.
@Tag("div")
final class ProfilePassword extends HtmlContainer {

    private final transient Accounts accounts;
    private final transient Readers readers;
    private final PasswordField present = field("Present password", "current-password");
    private final PasswordField next = field("New password", "new-password");

    ProfilePassword(Accounts accounts, Readers readers) {
        this.accounts = accounts;
        this.readers = readers;
        next.setHelperText("12 characters or more; a few words are good.");
        Button change = Actions.plain("Change password", Symbol.KEY_ROUND, this::change);
        Div form = new Div(
                present,
                next,
                change,
                Text.hint("Signs you out everywhere. Tokens stay.").styled("small"));
        form.addClassNames("col", "form");
        add(new Card("Password").body(form));
    }

    private void change() {
        present.setInvalid(false);
        next.setInvalid(false);
        try {
            accounts.changeOwnPassword(readers.current(), present.getValue(), next.getValue());
        } catch (Refusal.InvalidInput refused) {
            refuse(refused.code().equals("password-wrong") ? present : next, refused);
            return;
        } catch (Refusal.TooMany refused) {
            refuse(present, refused);
            return;
        }
        ProfileSessions.leave(this);
    }

    private static void refuse(PasswordField field, Refusal refused) {
        field.setErrorMessage(refused.reason());
        field.setInvalid(true);
        field.focus();
    }

    private static PasswordField field(String label, String kind) {
        PasswordField field = new PasswordField(label);
        field.setManualValidation(true);
        field.setWidthFull();
        field.getElement().setProperty("autocomplete", kind);
        return field;
    }
}
