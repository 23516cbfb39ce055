package dev.portico.access.ui.people;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.AccountSummary;
import dev.portico.access.NewAccount;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.access.ui.frame.Tried;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Asks for a local account. Where no password is typed, whoever it is for gets a link by which they choose one.
final class NewAccountDialog {

    private final PeopleParts parts;
    private final Consumer<AccountSummary> made;
    private final TextField name = new TextField("Account name");
    private final TextField displayName = new TextField("Name to show");
    private final TextField mail = new TextField("Mail");
    private final MultiSelectComboBox<String> roles = new MultiSelectComboBox<>("Roles");
    private final PasswordField password = new PasswordField("Password");

    /// @param made told of the account
    NewAccountDialog(PeopleParts parts, Consumer<AccountSummary> made) {
        this.parts = parts;
        this.made = made;
        name.setHelperText("What they sign in with. It stays.");
        name.setMaxLength(63);
        roles.setItems(parts.people().roles(parts.reader()));
        password.setHelperText("12 characters or more. Leave it empty for a link by which they choose one.");
        password.getElement().setProperty("autocomplete", "new-password");
    }

    void open() {
        new FormDialog("New account", "Make the account", this::tried)
                .with(name, displayName, mail, roles, password)
                .open();
    }

    private Optional<String> tried() {
        return Tried.of(() -> {
            boolean byLink = password.getValue().isEmpty();
            AccountSummary account = parts.accounts()
                    .create(
                            parts.reader(),
                            new NewAccount(
                                    name.getValue().strip(),
                                    displayName.getValue(),
                                    mail.getValue(),
                                    roles.getValue(),
                                    byLink ? unknown() : password.getValue()));
            made.accept(account);
            if (byLink) {
                ResetLink.show(parts, account);
            }
        });
    }

    /// A password that nobody has.
    private static String unknown() {
        return UUID.randomUUID().toString() + UUID.randomUUID();
    }
}
