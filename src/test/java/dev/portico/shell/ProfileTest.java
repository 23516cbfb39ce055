package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.ScreenTest;
import dev.portico.TestPortal;
import dev.portico.access.Accounts;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.catalog.Stars;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

final class ProfileTest extends ScreenTest {

    private static final EntityRef LAMP = new EntityRef("component", "profile", "lamp");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Stars stars;

    @Autowired
    private Preferences preferences;

    private Reader jo;

    @BeforeEach
    void account() {
        upload("profile", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: lamp, namespace: profile}
                spec: {type: service, lifecycle: production, owner: lighters}
                """);
        Reader made = People.create(accounts);
        EntityRef user = new EntityRef("user", "profile", "jo");
        EntityRef group = new EntityRef("group", "profile", "lighters");
        jo = new Reader(made.subject(), made.account(), "Jo", user, Set.of(group), Set.of("engineer"), null);
        startAs(jo);
    }

    @Test
    void it_says_who_one_is_and_what_one_may() {
        open("profile");

        assertThat(heading()).isEqualTo("Profile");
        assertThat(words())
                .contains(
                        jo.subject().substring("account:".length()),
                        "Name and password",
                        "profile/lighters",
                        "engineer",
                        "Read an entity, its relations, problems and history.",
                        "Not for everything");
    }

    @Test
    void a_token_is_made_shown_once_and_revoked() {
        open("profile");
        test(find(TextField.class).withCaption("New token for").single()).setValue("Not A Name");
        press("Create token");
        assertThat(find(TextField.class).withCaption("New token for").single().isInvalid())
                .isTrue();

        test(find(TextField.class).withCaption("New token for").single()).setValue("build");
        press("Create token");
        TokenSummary made = tokens.own(jo).getFirst();
        assertThat(made.scopes()).containsExactly("catalog.entity.read");
        assertThat(words()).contains("It is not shown again", made.hint());

        open("catalog");
        open("profile");
        assertThat(words()).contains("build", "never used").doesNotContain("It is not shown again");
        press("Revoke build");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(tokens.own(jo).getFirst().revokedAt()).isNotNull();
        assertThat(words()).doesNotContain("never used");
    }

    @Test
    void a_wrong_password_is_refused_under_its_field_and_a_right_one_ends_every_session() {
        open("profile");
        PasswordField present =
                find(PasswordField.class).withCaption("Present password").single();
        PasswordField next =
                find(PasswordField.class).withCaption("New password").single();
        test(present).setValue("not the password");
        test(next).setValue("other plain words here");
        press("Change password");
        assertThat(present.isInvalid()).isTrue();
        assertThat(present.getErrorMessage()).contains("wrong");

        test(present).setValue(People.PASSWORD);
        test(next).setValue("short");
        press("Change password");
        assertThat(present.isInvalid()).isFalse();
        assertThat(next.getErrorMessage()).contains("12 characters");

        test(next).setValue("other plain words here");
        press("Change password");
        assertThat(next.isInvalid()).isFalse();
    }

    @Test
    void choices_hold_at_once_and_for_good() {
        open("profile");
        test(find(Select.class).withCaption("Theme").single()).selectItem("Dark");
        test(find(Checkbox.class).withCaption("Narrow menu").single()).click();

        assertThat(preferences.of(jo).theme()).isEqualTo(Theme.DARK);
        assertThat(preferences.of(jo).narrow()).isTrue();
    }

    @Test
    void what_is_starred_is_listed_and_loses_its_star() {
        stars.star(LAMP, jo);
        open("profile");
        assertThat(words()).contains("lamp");
        press("Take the star from lamp");

        assertThat(words()).contains("Nothing yet").doesNotContain("lamp");
        assertThat(stars.list(jo)).isEmpty();
    }

    @Test
    void a_session_that_ended_meanwhile_leaves_the_list_when_it_is_ended() throws Exception {
        TestPortal other = TestPortal.of(context);
        other.signIn(jo.subject().substring("account:".length()), People.PASSWORD);
        assertThat(other.get("/api/portico/me").statusCode()).isEqualTo(200);
        open("profile");
        assertThat(words()).contains("A browser");

        other.post("/logout", Map.of("_csrf", other.csrfToken()));
        press("End the session of A browser");
        assertThat(words()).contains("Sessions").doesNotContain("A browser");
    }

    @Test
    void whoever_has_no_account_has_no_profile_and_is_told_so() {
        startAs(new Reader("token:ci", null, "ci", null, Set.of(), Set.of("engineer"), null));
        open("profile");

        assertThat(words()).contains("Only an account has a profile");
    }

    private void press(String name) {
        test(find(Button.class).all().stream()
                        .filter(button ->
                                button.getAriaLabel().orElse(button.getText()).equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No button " + name)))
                .click();
    }
}
