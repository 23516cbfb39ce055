package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.look.StateLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceScreensTest extends ScreenTest {

    @TempDir
    private Path folder;

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
        assertThat(words())
                .contains("Recent runs", "Problems in its files", "metadata.name", "a blank")
                .contains("source-wrong/source-wrong.yaml:8:");
        assertThat(findInView(StateLine.class).all().stream()
                        .filter(state -> state.getElement().getTextRecursively().equals("Problems")))
                .isNotEmpty()
                .allMatch(state -> state.hasClassName("failed"));
    }

    @Test
    void an_address_that_is_none_is_refused_under_its_field() {
        open("register");

        test(field("Address")).setValue("what is this");

        assertThat(field("Address").isInvalid()).isTrue();
        assertThat(field("Address").getErrorMessage()).isNotEmpty();
    }

    @Test
    void a_source_is_registered_as_it_was_previewed() throws Exception {
        Path file = Files.writeString(folder.resolve("catalog-info.yaml"), group("previewed"));
        open("register");
        test(field("Address")).setValue(file.toString());
        test(field("Name")).setValue("source-previewed");
        test(findInView(Button.class).withText("Preview").single()).click();

        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(words()).contains("What would happen", "source-screens/previewed");
        });
        test(findInView(Button.class).withText("Register 1 entity").single()).click();
        roundTrip();

        assertThat(heading()).isEqualTo("source-previewed");
        assertThat(words()).contains(file.toString());
    }

    @Test
    void a_repository_is_registered_with_the_branch_that_was_typed_or_chosen() throws Exception {
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            commit(git, "on-main");
            git.checkout().setCreateBranch(true).setName("next").call();
            commit(git, "on-next");
        }
        open("register");
        assertThat(findInView(TextField.class).all())
                .filteredOn(TextField::isVisible)
                .extracting(TextField::getLabel)
                .doesNotContain("Branch");

        test(field("Address")).setValue("git:" + folder + "#next");
        assertThat(field("Branch").getValue()).isEqualTo("next");
        test(field("Branch")).setValue("main");
        previewed("source-screens/on-main");
        test(field("Branch")).setValue("next");
        previewed("source-screens/on-next");
        test(field("Name")).setValue("source-branch");
        previewed("source-screens/on-next");
        test(findInView(Button.class).withText("Register 1 entity").single()).click();
        roundTrip();

        assertThat(words()).contains(folder + ", branch next");
        open("sources");
        assertThat(words()).contains(folder + ", branch next");
    }

    private void previewed(String entity) throws Exception {
        test(findInView(Button.class).withText("Preview").single()).click();
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(words()).contains("What would happen", entity);
        });
    }

    private void commit(Git git, String name) throws Exception {
        Files.writeString(folder.resolve("catalog-info.yaml"), group(name));
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage(name)
                .setAuthor("test", "test@example.com")
                .setCommitter("test", "test@example.com")
                .setSign(false)
                .call();
    }

    @Test
    void a_preview_is_forgotten_as_soon_as_the_form_says_something_else() throws Exception {
        Path file = Files.writeString(folder.resolve("catalog-info.yaml"), group("forgotten"));
        open("register");
        test(field("Address")).setValue(file.toString());
        test(findInView(Button.class).withText("Preview").single()).click();
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(words()).contains("What would happen");
        });

        test(field("Name")).setValue("source-forgotten");

        assertThat(words()).doesNotContain("What would happen", "Register 1 entity");
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
