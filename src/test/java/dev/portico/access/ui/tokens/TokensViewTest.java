package dev.portico.access.ui.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.ScreenTest;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.access.NewToken;
import dev.portico.access.TokenQuery;
import dev.portico.access.TokenRequest;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.access.ui.frame.SecretDialog;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.look.EmptyState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

final class TokensViewTest extends ScreenTest {

    @Autowired
    private Tokens tokens;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private String mark = "";

    @BeforeEach
    void mark() {
        String random = Ids.next().toString();
        mark = random.substring(random.length() - 8);
    }

    @AfterEach
    void remove() {
        jdbc.sql("DELETE FROM access_token WHERE name LIKE ?").param("%" + mark).update();
    }

    @Test
    void tokens_are_narrowed_by_what_stands_in_the_address() {
        make("bakery", Duration.ofDays(60));
        make("brewery", Duration.ofDays(3));
        TokenSummary chapel = make("chapel", Duration.ofDays(60)).token();
        tokens.revoke(ADMIN, chapel.id());

        open("access/tokens?q=" + mark);
        assertThat(words()).contains("bakery-" + mark, "brewery-" + mark).doesNotContain("chapel");
        open("access/tokens?state=ending&q=" + mark);
        assertThat(words()).contains("brewery-" + mark, "Expires soon").doesNotContain("bakery");
        open("access/tokens?state=revoked&q=" + mark);
        assertThat(words()).contains("chapel-" + mark, "Revoked").doesNotContain("bakery", "brewery");
        open("access/tokens?state=unused&kind=personal&q=" + mark);
        assertThat(findInView(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No token fits", "Clear filters");

        open("access/tokens");
        test(findInView(TextField.class).single()).setValue("brewery-" + mark);
        roundTrip();
        assertThat(words()).contains("brewery-" + mark).doesNotContain("bakery");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("access/tokens?q=brewery-" + mark);
    }

    @Test
    void the_owner_of_a_token_is_called_by_the_name_that_the_account_shows() {
        AccountSummary owner = accounts.create(
                ADMIN,
                new NewAccount(
                        "owner-" + mark, "Tomasz of " + mark, null, Set.of("engineer"), "four plain words here"));
        try {
            Reader reader = new Reader(
                    "account:" + owner.name(),
                    owner.id(),
                    owner.displayName(),
                    null,
                    Set.of(),
                    Set.of("engineer"),
                    null);
            tokens.create(reader, TokenRequest.personal("laptop-" + mark, null));

            open("access/tokens?q=laptop-" + mark);

            assertThat(findInView(Anchor.class)
                            .withText("Tomasz of " + mark)
                            .single()
                            .getHref())
                    .isEqualTo("access/people/" + owner.name());
            assertThat(words()).contains("of Tomasz of " + mark + ", expires");
        } finally {
            accounts.remove(ADMIN, owner.id());
        }
    }

    @Test
    void a_service_token_is_made_and_its_text_shown_once() {
        open("access/tokens");
        press("New service token");
        test(find(TextField.class).withCaption("What it is for").single()).setValue("mill-" + mark);
        press("Create token");
        assertThat(find(FormDialog.class).single().getElement().getTextRecursively())
                .contains("needs at least one role");

        choose("Roles", Set.of("engineer"));
        choose("May, of what the roles allow", Set.of("catalog.entity.read"));
        press("Create token");

        TokenSummary mill = named("mill-" + mark);
        assertThat(mill.roles()).containsExactly("engineer");
        assertThat(mill.scopes()).containsExactly("catalog.entity.read");
        assertThat(mill.spaces()).isNull();
        assertThat(find(SecretDialog.class).single().getElement().getTextRecursively())
                .contains("It is not shown again", mill.hint());
        press("Done");
        assertThat(words()).contains("mill-" + mark, "catalog.entity.read");
    }

    @Test
    void a_token_is_rotated_and_then_revoked() {
        TokenSummary before = make("forge", Duration.ofDays(5)).token();
        open("access/tokens?q=" + mark);

        press("Rotate forge-" + mark);
        press("Rotate");
        TokenSummary after = named("forge-" + mark);
        assertThat(after.hint()).isNotEqualTo(before.hint());
        assertThat(find(SecretDialog.class).single().getElement().getTextRecursively())
                .contains(after.hint());
        press("Done");

        press("Revoke forge-" + mark);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(named("forge-" + mark).revokedAt()).isNotNull();
        assertThat(words()).contains("The token forge-" + mark + " is revoked");
    }

    @Test
    void a_token_that_leaked_ends_by_its_text() {
        NewToken lost = make("ferry", Duration.ofDays(5));
        open("access/tokens?q=" + mark);

        press("Report a leak…");
        press("End it");
        assertThat(find(FormDialog.class).single().getElement().getTextRecursively())
                .contains("Paste the text");
        test(find(TextArea.class).single()).setValue("not a token\n" + lost.text());
        press("End it");

        assertThat(named("ferry-" + mark).revokedAt()).isNotNull();
        assertThat(words()).contains("that token is revoked");
    }

    @Test
    void nobody_sees_them_who_may_not_manage_tokens() {
        make("wharf", Duration.ofDays(5));
        startAs(ENGINEER);

        open("access/tokens?q=" + mark);

        assertThat(words()).contains("access.token.manage").doesNotContain("wharf");
    }

    private NewToken make(String name, Duration life) {
        return tokens.create(ADMIN, new TokenRequest(name + "-" + mark, true, Set.of("guest"), null, life));
    }

    private TokenSummary named(String name) {
        List<TokenSummary> found = tokens.find(
                ADMIN, new TokenQuery(name, TokenQuery.Kind.SERVICE, TokenQuery.State.ANY, "", ""), null, 10);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private void press(String words) {
        test(find(Button.class).all().stream()
                        .filter(button -> words.equals(button.getText())
                                || words.equals(button.getAriaLabel().orElse("")))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    @SuppressWarnings("unchecked") // The framework looks for components by their raw class.
    private void choose(String label, Set<String> values) {
        MultiSelectComboBox<String> box =
                find(MultiSelectComboBox.class).withCaption(label).single();
        box.setValue(values);
    }
}
