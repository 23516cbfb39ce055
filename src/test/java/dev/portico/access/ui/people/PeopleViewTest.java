package dev.portico.access.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.ScreenTest;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.access.TokenRequest;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.access.ui.frame.SecretDialog;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.look.EmptyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

final class PeopleViewTest extends ScreenTest {

    private static final String PASSWORD = "four plain words here";

    /// Holds every right, and the right to accounts alone by the token in use.
    private static final Reader MANAGER = new Reader(
            "account:screens-manager",
            Ids.next(),
            "Manager",
            null,
            Set.of(),
            Set.of("admin"),
            Set.of("access.account.manage"));

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    private final List<UUID> made = new ArrayList<>();
    private String mark = "";

    @BeforeEach
    void mark() {
        String random = Ids.next().toString();
        mark = random.substring(random.length() - 8);
    }

    @AfterEach
    void remove() {
        made.forEach(id -> accounts.remove(ADMIN, id));
    }

    @Test
    void people_are_narrowed_by_what_stands_in_the_address() {
        AccountSummary ann = make("ann", "engineer");
        AccountSummary bob = make("bob", "guest");

        open("access/people?q=" + mark);
        assertThat(listed()).containsExactly(ann.name(), bob.name());
        assertThat(words()).contains("2 accounts");

        open("access/people?q=" + mark + "&role=engineer&state=on&sign-in=local");
        assertThat(listed()).containsExactly(ann.name());
    }

    @Test
    void what_is_typed_narrows_them_and_stands_in_the_address() {
        AccountSummary ann = make("ann", "engineer");
        open("access/people");

        TextField box = findInView(TextField.class).single();
        test(box).setValue("ann-" + mark);
        roundTrip();

        assertThat(listed()).containsExactly(ann.name());
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("access/people?q=ann-" + mark);
    }

    @Test
    void where_nobody_fits_the_page_says_so() {
        open("access/people?q=nobody-" + mark);

        assertThat(findInView(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nobody fits", "Clear filters");
    }

    @Test
    void an_account_is_made_and_its_link_shown_once() {
        open("access/people");
        press("New account");
        test(field("Account name")).setValue("Not A Name");
        press("Make the account");
        assertThat(find(FormDialog.class).single().getElement().getTextRecursively())
                .contains("Not A Name");

        test(field("Account name")).setValue("cleo-" + mark);
        test(field("Name to show")).setValue("Cleo Coal");
        roles("Roles", Set.of("engineer"));
        press("Make the account");

        AccountSummary cleo = known("cleo-" + mark);
        made.add(cleo.id());
        assertThat(cleo.displayName()).isEqualTo("Cleo Coal");
        assertThat(cleo.roles()).containsExactly("engineer");
        assertThat(find(SecretDialog.class).single().getElement().getTextRecursively())
                .contains("/reset-password?link=", "It is not shown again");
        press("Done");
        assertThat(heading()).isEqualTo("Cleo Coal");
        assertThat(words()).contains("engineer", "Given to the account", "Not signed in anywhere");
    }

    @Test
    void an_account_is_changed_and_disabled_with_its_tokens_and_enabled_without() {
        AccountSummary ann = make("ann", "engineer");
        TokenSummary token = token(ann);
        open("access/people/" + ann.name());

        press("Change…");
        test(field("Name to show")).setValue("Ann Ember");
        test(field("Mail")).setValue("ann@example.com");
        roles("Roles given to the account", Set.of("engineer", "auditor"));
        press("Save");
        assertThat(known(ann.name()).roles()).containsExactlyInAnyOrder("engineer", "auditor");
        assertThat(words()).contains("Ann Ember", "ann@example.com", "auditor");

        press("Disable");
        assertThat(known(ann.name()).enabled()).isTrue();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(known(ann.name()).enabled()).isFalse();
        assertThat(revoked(token)).isTrue();
        assertThat(words()).contains("Disabled").doesNotContain("Reset link");

        press("Enable");
        assertThat(known(ann.name()).enabled()).isTrue();
        assertThat(revoked(token)).isTrue();
    }

    @Test
    void what_is_refused_is_said_at_the_form_and_on_the_page() {
        AccountSummary ann = make("ann", "engineer");
        startAs(MANAGER);
        open("access/people/" + ann.name());

        press("Change…");
        test(field("Name to show")).setValue("Another");
        press("Save");
        assertThat(find(FormDialog.class).single().getElement().getTextRecursively())
                .contains("holds less than the role engineer");
        press("Cancel");

        press("Disable");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(words()).contains("holds less than the role engineer");
        assertThat(known(ann.name()).enabled()).isTrue();
    }

    @Test
    void an_account_that_is_not_there_has_a_page_that_says_so() {
        open("access/people/nobody-" + mark);

        assertThat(heading()).isEqualTo("Not found");
        assertThat(words()).contains("nobody-" + mark);
    }

    @Test
    void nobody_sees_them_who_may_not_manage_accounts() {
        AccountSummary ann = make("ann", "engineer");
        startAs(ENGINEER);

        open("access/people?q=" + mark);
        assertThat(words()).contains("access.account.manage").doesNotContain(ann.name());
        open("access/people/" + ann.name());
        assertThat(words()).contains("access.account.manage").doesNotContain("Change…");
    }

    private AccountSummary make(String name, String role) {
        AccountSummary account =
                accounts.create(ADMIN, new NewAccount(name + "-" + mark, "", null, Set.of(role), PASSWORD));
        made.add(account.id());
        return account;
    }

    private AccountSummary known(String name) {
        return accounts.list(ADMIN, name.substring(0, name.length() - 1), 1).getFirst();
    }

    private TokenSummary token(AccountSummary account) {
        Reader owner = new Reader(
                "account:" + account.name(), account.id(), account.name(), null, Set.of(), account.roles(), null);
        return tokens.create(owner, TokenRequest.personal("build", null)).token();
    }

    private boolean revoked(TokenSummary token) {
        return tokens.all(ADMIN, null, 500).stream()
                .anyMatch(one -> one.id().equals(token.id()) && one.revokedAt() != null);
    }

    private List<String> listed() {
        PeopleGrid grid = findInView(PeopleGrid.class).single();
        List<String> names = new ArrayList<>();
        for (int row = 0; row < test(grid).size(); row++) {
            names.add(test(grid).getRow(row).account().name());
        }
        return names;
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    @SuppressWarnings("unchecked") // The framework looks for components by their raw class.
    private void roles(String label, Set<String> roles) {
        MultiSelectComboBox<String> box =
                find(MultiSelectComboBox.class).withCaption(label).single();
        box.setValue(roles);
    }
}
