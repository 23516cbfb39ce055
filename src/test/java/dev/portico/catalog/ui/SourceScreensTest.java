package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

final class SourceScreensTest extends ScreenTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Autowired
    private Sources sources;

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
        assertThat(words()).contains("Recent runs", "Problems in its files", "source-wrong.yaml", "metadata.name");
    }

    @Test
    void a_file_is_registered_after_a_look_at_what_it_brings() throws Exception {
        Path file = descriptors();
        open("register");

        test(field("Address")).setValue(file.toString());
        assertThat(field("Name").getValue()).isNotEmpty();
        test(field("Name")).setValue("registered-by-screen");
        press("Preview");

        Eventually.passes(SOON, () -> {
            roundTrip();
            assertThat(words()).contains("What would happen", "screen-team");
        });
        assertThat(sources.list(Reader.system("tests")))
                .noneMatch(source -> source.definition().name().equals("registered-by-screen"));

        press("Register 1 entity");
        assertThat(heading()).isEqualTo("registered-by-screen");
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

    private Path descriptors() throws IOException {
        return Files.writeString(folder.resolve("catalog-info.yaml"), group("screen-team"));
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

    private void press(String word) {
        test(findInView(Button.class).withText(word).single()).click();
        roundTrip();
    }
}
