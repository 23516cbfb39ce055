package dev.portico.access.ui.spaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.ScreenTest;
import dev.portico.access.Space;
import dev.portico.access.SpaceEdit;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRequest;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Refusal;
import dev.portico.look.AskLink;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

final class SpacesViewTest extends ScreenTest {

    private static final EntityRef GROUP = EntityRef.parse("group:screens/quarry");

    @Autowired
    private Spaces spaces;

    @Autowired
    private Tokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private String name = "";

    @BeforeEach
    void name() {
        String random = Ids.next().toString();
        name = "quarry-" + random.substring(random.length() - 8);
    }

    @AfterEach
    void remove() {
        jdbc.sql("DELETE FROM access_token WHERE name = ?").param(name).update();
        try {
            spaces.delete(ADMIN, name, spaces.space(ADMIN, name).version());
        } catch (Refusal.NotFound gone) {
            assertThat(gone).isNotNull();
        }
    }

    @Test
    void a_space_is_made_and_listed_with_its_groups() {
        open("access/spaces");
        press("New space");
        test(field("Name")).setValue("Not A Name");
        press("Make the space");
        assertThat(find(FormDialog.class).single().getElement().getTextRecursively())
                .contains("Not A Name");

        test(field("Name")).setValue(name);
        test(field("Title")).setValue("The quarry");
        groups(Set.of(GROUP.toString()));
        press("Make the space");

        assertThat(spaces.space(ADMIN, name).groups()).containsExactly(GROUP);
        assertThat(heading()).isEqualTo("The quarry");
        assertThat(words()).contains("screens/quarry", "Roles that hold here alone", "0 entities");
        open("access/spaces");
        assertThat(words()).contains("The quarry", name, "screens/quarry");
    }

    @Test
    void a_space_is_changed_by_whoever_may() {
        make();
        open("access/spaces/" + name);

        press("Change…");
        test(field("Title")).setValue("The old quarry");
        press("Save");

        assertThat(spaces.space(ADMIN, name).title()).isEqualTo("The old quarry");
        assertThat(spaces.space(ADMIN, name).groups()).containsExactly(GROUP);
        assertThat(heading()).isEqualTo("The old quarry");
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_said_at_the_form() {
        Space space = make();
        open("access/spaces/" + name);
        press("Change…");
        spaces.change(ADMIN, name, space.version(), new SpaceEdit("Another", null, null, null));

        test(field("Title")).setValue("Mine");
        press("Save");

        assertThat(find(FormDialog.class).single().getElement().getTextRecursively())
                .contains("was changed meanwhile");
        assertThat(spaces.space(ADMIN, name).title()).isEqualTo("Another");
    }

    @Test
    void a_space_is_deleted_after_saying_what_goes_along() {
        make();
        TokenSummary token = tokens.create(
                        ADMIN, TokenRequest.service(name, Set.of("guest"), null).within(Set.of(name)))
                .token();
        open("access/spaces/" + name);
        assertThat(words()).contains(token.name());

        press("Delete");
        ConfirmDialog dialog = find(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getProperty("message")).contains("1 token of it go along");
        test(dialog).confirm();

        assertThat(spaces.list(ADMIN)).extracting(Space::name).doesNotContain(name);
        assertThat(heading()).isEqualTo("Access");
        assertThat(words()).doesNotContain(name);
    }

    @Test
    void whoever_only_reads_spaces_changes_none_and_sees_no_tokens() {
        make();
        startAs(ENGINEER);

        open("access/spaces");
        assertThat(words()).contains(name);
        assertThat(find(Button.class).withText("New space").all()).isEmpty();
        open("access/spaces/" + name);
        assertThat(words())
                .contains("Your roles do not let you see them")
                .doesNotContain("Tokens that are limited to it");
        assertThat(find(AskLink.class).single().getHref()).contains("ask=access.policy.read");
        assertThat(find(Button.class).withText("Delete").all()).isEmpty();
    }

    @Test
    void nobody_sees_them_who_may_read_none_and_one_that_is_not_there_is_not_found() {
        make();
        open("access/spaces/no-" + name);
        assertThat(heading()).isEqualTo("Not found");

        startAs(GUEST);
        open("access/spaces");
        assertThat(words()).contains("access.space.read").doesNotContain(name);
    }

    private Space make() {
        return spaces.create(ADMIN, name, "The quarry", "Stones.", Set.of(GROUP));
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    @SuppressWarnings("unchecked") // The framework looks for components by their raw class.
    private void groups(Set<String> refs) {
        MultiSelectComboBox<String> box =
                find(MultiSelectComboBox.class).withCaption("Groups").single();
        box.setValue(refs);
    }
}
