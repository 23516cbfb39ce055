package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.ScreenTest;
import org.junit.jupiter.api.Test;

final class SourceScreensTest extends ScreenTest {

    @Test
    void the_list_shows_each_source_with_its_state_and_leads_to_it() {
        upload("source-screens", group("listed"));

        open("sources");

        assertThat(heading()).isEqualTo("Sources");
        assertThat(words()).contains("source-screens", "Uploaded in the portal", "Healthy");
    }

    @Test
    void a_source_shows_its_runs_and_what_its_files_have_wrong() {
        upload("source-wrong", group("right") + "---\n" + group("a blank"));

        open("sources/source-wrong");

        assertThat(heading()).isEqualTo("source-wrong");
        assertThat(words()).contains("Recent runs", "Problems in its files", "metadata.name", "a blank");
    }

    @Test
    void an_address_that_is_none_is_refused_under_its_field() {
        open("register");

        test(field("Address")).setValue("what is this");

        assertThat(field("Address").isInvalid()).isTrue();
        assertThat(field("Address").getErrorMessage()).isNotEmpty();
    }

    @Test
    void nobody_is_offered_what_they_may_not_do() {
        upload("source-rights", group("rights"));

        startAs(ENGINEER);
        open("sources/source-rights");
        assertThat(heading()).isEqualTo("source-rights");
        assertThat(findInView(Button.class).all()).extracting(Button::getText).doesNotContain("Remove", "Upload again");

        open("register");
        assertThat(heading()).isEqualTo("No right");
        assertThat(words()).contains("catalog.source.register");
    }

    private static String group(String name) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: %s, namespace: source-screens}
                spec: {type: team, children: []}
                """.formatted(name);
    }

    private TextField field(String label) {
        return findInView(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
