package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import java.time.Duration;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MissingViewTest extends ScreenTest {

    private static final String DESCRIPTORS = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: lost-and-found, namespace: missing-view, title: The lost}
            spec: {type: service, lifecycle: production, owner: keepers}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: never-arrived, namespace: missing-view}
            spec: {type: service, lifecycle: production}
            """;

    @BeforeEach
    void descriptors() {
        upload("missing-view", DESCRIPTORS);
    }

    @Test
    void a_name_is_typed_and_its_trace_shown_under_an_address_of_its_own() throws Exception {
        open("catalog/missing");
        assertThat(heading()).isEqualTo("Why is my entity missing?");
        assertThat(words()).contains("Nothing asked yet");

        test(field()).setValue("component:missing-view/never-arrived");
        test(findInView(Button.class).withText("Trace").single()).click();
        roundTrip();

        shown(words -> assertThat(words)
                .contains("The catalog holds no component:missing-view/never-arrived", "A descriptor was refused")
                .contains("missing-view.yaml:9", "spec.owner"));
        assertThat(findInView(Anchor.class).withText("Open source").single().getHref())
                .isEqualTo("sources/missing-view");
    }

    @Test
    void what_is_there_leads_to_its_page() throws Exception {
        open("catalog/missing?what=lost-and-found");

        shown(words -> assertThat(words).contains("is in the catalog, and you may read it."));
        assertThat(findInView(Anchor.class).withText("Open").single().getHref())
                .isEqualTo("catalog/missing-view/component/lost-and-found");
    }

    @Test
    void a_guest_learns_nothing_of_what_is_hidden_from_them() throws Exception {
        startAs(GUEST);
        open("catalog/missing?what=lost-and-found");

        shown(words -> assertThat(words)
                .contains("The catalog holds no lost-and-found that you may read.", "catalog.source.read")
                .doesNotContain("component:missing-view"));
    }

    @Test
    void an_address_that_no_source_reads_leads_to_the_form_that_registers_it() throws Exception {
        open("catalog/missing?what=/srv/missing-view/catalog-info.yaml");
        shown(words -> assertThat(words).contains("No source reads /srv/missing-view/catalog-info.yaml."));

        open(findInView(Anchor.class).withText("Register it").single().getHref());

        assertThat(field().getValue()).isEqualTo("/srv/missing-view/catalog-info.yaml");
    }

    @Test
    void the_empty_list_and_the_form_that_registers_lead_here() {
        open("catalog?q=nothing-is-called-like-this");
        assertThat(findInView(Anchor.class)
                        .withText("Find out why it is missing")
                        .single()
                        .getHref())
                .isEqualTo("catalog/missing?what=nothing-is-called-like-this");
        open("register");
        assertThat(findInView(Anchor.class)
                        .withText("Why is my entity missing?")
                        .single()
                        .getHref())
                .isEqualTo("catalog/missing");
    }

    private TextField field() {
        return findInView(TextField.class).all().stream()
                .filter(field -> field.getLabel() != null
                        && (field.getLabel().equals("Address")
                                || field.getLabel().startsWith("Name, ")))
                .findFirst()
                .orElseThrow();
    }

    private void shown(ThrowingConsumer<String> expectation) throws Exception {
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            expectation.accept(words());
        });
    }
}
