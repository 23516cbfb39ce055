package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.ScreenTest;
import dev.portico.catalog.EntitySummary;
import dev.portico.look.Chip;
import dev.portico.look.EmptyState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CatalogViewTest extends ScreenTest {

    private static final String DESCRIPTORS = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: kettle, namespace: catalog-view, description: Boils water, tags: [steam]}
            spec: {type: service, lifecycle: production, owner: stokers}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: whistle
              namespace: catalog-view
              description: Says that it boils
              labels: {portico.dev/visibility: public}
            spec: {type: library, lifecycle: experimental, owner: stokers}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: API
            metadata: {name: steam-api, namespace: catalog-view, description: Steam on demand}
            spec: {type: openapi, lifecycle: production, owner: stokers, definition: "openapi: 3.1.0"}
            """;
    private static final String MINE = "owner=group:catalog-view/stokers";

    @BeforeEach
    void descriptors() {
        upload("catalog-view", DESCRIPTORS);
    }

    @Test
    void the_address_says_what_is_listed_and_in_which_order() {
        open("catalog?" + MINE + "&kind=component&sort=-name");

        assertThat(heading()).isEqualTo("Catalog");
        assertThat(names()).containsExactly("whistle", "kettle");
        assertThat(findInView(Chip.class).all())
                .extracting(chip -> chip.getElement().getTextRecursively())
                .containsExactly("Kind: Component", "Owner: catalog-view/stokers");
    }

    @Test
    void a_chosen_value_narrows_the_list_and_stands_in_the_address() {
        open("catalog?" + MINE);

        Checkbox library = box("Library");
        test(library).click();
        roundTrip();

        assertThat(names()).containsExactly("whistle");
        assertThat(findInView(Chip.class).all())
                .extracting(chip -> chip.getElement().getTextRecursively())
                .contains("Type: Library");
    }

    @Test
    void words_are_looked_for_in_names_descriptions_and_tags() {
        open("catalog?" + MINE);

        test(findInView(TextField.class).single()).setValue("steam");

        assertThat(names()).containsExactly("kettle", "steam-api");
    }

    @Test
    void where_nothing_matches_the_way_back_is_one_click() {
        open("catalog?" + MINE + "&q=nothing-has-this-name");

        assertThat(findInView(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nothing here matches")
                .contains("nothing-has-this-name");
        test(findInView(Button.class).withText("Clear filters").single()).click();
        roundTrip();
        assertThat(findInView(EmptyState.class).all()).isEmpty();
    }

    @Test
    void a_reader_is_shown_what_they_may_read_and_offered_what_they_may_do() {
        open("catalog?" + MINE);
        assertThat(findInView(Button.class).withText("Register").all()).hasSize(1);

        startAs(GUEST);
        open("catalog?" + MINE);

        assertThat(names()).containsExactly("whistle");
        assertThat(findInView(Button.class).withText("Register").all()).isEmpty();
    }

    private List<String> names() {
        EntityGrid grid = findInView(EntityGrid.class).single();
        return grid.getGenericDataView().getItems().map(EntitySummary::name).toList();
    }

    private Checkbox box(String label) {
        return findInView(Checkbox.class).all().stream()
                .filter(box -> box.getElement().getTextRecursively().startsWith(label))
                .findFirst()
                .orElseThrow();
    }
}
