package dev.portico.access.ui.people;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.access.ui.frame.Tried;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Changes what an account is called, its mail address and the roles that are given to it.
final class AccountDialog {

    private final PeopleParts parts;
    private final AccountSummary account;
    private final Runnable changed;
    private final TextField displayName = new TextField("Name to show");
    private final TextField mail = new TextField("Mail");
    private final MultiSelectComboBox<String> roles = new MultiSelectComboBox<>("Roles given to the account");

    /// @param changed told when it was changed
    AccountDialog(PeopleParts parts, AccountSummary account, Runnable changed) {
        this.parts = parts;
        this.account = account;
        this.changed = changed;
        displayName.setValue(account.displayName());
        mail.setValue(Optional.ofNullable(account.email()).orElse(""));
        Set<String> offered = new TreeSet<>(parts.people().roles(parts.reader()));
        offered.addAll(account.roles());
        roles.setItems(offered);
        roles.setValue(account.roles());
        roles.setHelperText("What groups bring is not listed here; it follows the catalog and the policy in force.");
    }

    void open() {
        new FormDialog("Change " + account.name(), "Save", this::tried)
                .with(displayName, mail, roles)
                .open();
    }

    private Optional<String> tried() {
        return Tried.of(() -> {
            parts.accounts()
                    .change(
                            parts.reader(),
                            account.id(),
                            new AccountEdit(
                                    displayName.getValue(),
                                    mail.getValue(),
                                    roles.getValue().equals(account.roles()) ? null : roles.getValue(),
                                    null));
            changed.run();
        });
    }
}
