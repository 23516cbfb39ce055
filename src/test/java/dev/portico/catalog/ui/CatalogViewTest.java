package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.catalog.SavedView;
import dev.portico.catalog.SavedViews;
import dev.portico.catalog.Stars;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Chip;
import dev.portico.look.EmptyState;
import dev.portico.look.FacetGroups;
import dev.portico.look.Menus;
import dev.portico.look.PageTabs;
import dev.portico.look.Ticks;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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

    @Autowired
    private SavedViews views;

    @Autowired
    private Stars stars;

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

        Ticks.tick(findInView(FacetGroups.class).single(), "Library");
        roundTrip();

        assertThat(names()).containsExactly("whistle");
        assertThat(findInView(Chip.class).all())
                .extracting(chip -> chip.getElement().getTextRecursively())
                .contains("Type: Library");
    }

    @Test
    void words_are_looked_for_in_names_descriptions_and_tags() {
        open("catalog?" + MINE);

        test(findInView(TextField.class).all().stream()
                        .filter(field -> field.getPlaceholder().startsWith("Filter"))
                        .findFirst()
                        .orElseThrow())
                .setValue("steam");

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

    @Test
    void a_facets_own_choice_leaves_its_other_values_in_sight() throws Exception {
        open("catalog?" + MINE + "&kind=component");

        assertThat(boxes("Kind")).contains("Component2", "API1");
        assertThat(boxes("Type")).containsExactlyInAnyOrder("Library1", "Service1");
        assertThat(boxes("Tag")).containsExactly("steam1");
        Eventually.passes(Duration.ofSeconds(20), () -> {
            open("catalog?" + MINE + "&kind=component");
            assertThat(boxes("Problem")).contains("Any problem2", "Unknown owner2");
        });
    }

    @Test
    void columns_their_order_and_the_sort_come_from_the_address() {
        open("catalog?" + MINE + "&columns=tags,kind&sort=-kind");

        assertThat(shownColumns()).containsExactly("NAME", "TAGS", "KIND", "STAR");
        assertThat(names()).endsWith("steam-api");

        EntityGrid grid = findInView(EntityGrid.class).single();
        ((EntityGrid.Wishes) getCurrentView()).columns(List.of(CatalogColumn.KIND));
        roundTrip();

        assertThat(shownColumns()).containsExactly("NAME", "KIND", "STAR");
        assertThat(grid.isAttached()).isTrue();
    }

    @Test
    void the_preview_shows_an_entity_and_stands_in_the_address() throws Exception {
        Eventually.passes(Duration.ofSeconds(20), () -> {
            open("catalog?" + MINE + "&preview=component:catalog-view/kettle");
            assertThat(findInView(EntityPreview.class).single().getElement().getTextRecursively())
                    .contains("kettle", "Boils water", "Production", "steam", "which is not in the catalog");
        });
        EntityPreview preview = findInView(EntityPreview.class).single();

        test(findInView(Button.class).withCaption("").all().stream()
                        .filter(button ->
                                "Close the preview".equals(button.getAriaLabel().orElse("")))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat(preview.isVisible()).isFalse();
    }

    @Test
    void keys_open_preview_and_select_rows() {
        open("catalog?" + MINE);
        EntityGrid grid = findInView(EntityGrid.class).single();
        String key = GridRows.key(grid, "kettle");

        grid.pressed("preview", key);
        assertThat(findInView(EntityPreview.class).single().isVisible()).isTrue();
        grid.pressed("close", "");
        assertThat(findInView(EntityPreview.class).all()).isEmpty();
        grid.pressed("select", key);
        assertThat(findInView(SelectionBar.class).single().getElement().getTextRecursively())
                .contains("1 selected", "Copy references", "Export", "Refresh sources");
        grid.pressed("open", "no such key");
        grid.pressed("open", key);
        roundTrip();
        assertThat(heading()).isEqualTo("kettle");
    }

    @Test
    void all_that_matches_is_exported_and_nothing_that_may_not_be_read() {
        open("catalog?" + MINE + "&sort=-name");
        StringBuilder all = new StringBuilder();
        findInView(EntityDownload.class).single().write(all);
        assertThat(all.toString().lines().map(line -> line.split(",", -1)[0]))
                .containsExactly(
                        "ref",
                        "component:catalog-view/whistle",
                        "api:catalog-view/steam-api",
                        "component:catalog-view/kettle");

        startAs(GUEST);
        open("catalog?" + MINE);
        StringBuilder open = new StringBuilder();
        findInView(EntityDownload.class).single().write(open);
        assertThat(open.toString().lines()).hasSize(2);
    }

    @Test
    void a_view_is_saved_opened_changed_and_deleted() {
        startAs(ENGINEER);
        open("catalog?" + MINE + "&kind=component");
        menuItem("Save as new view");
        test(findInOverlay(TextField.class)).setValue("My components");
        test(find(Button.class).withText("Save").single()).click();
        roundTrip();
        assertThat(currentTab()).isEqualTo("My components2");

        Ticks.tick(findInView(FacetGroups.class).single(), "Library");
        roundTrip();
        assertThat(currentTab()).isEqualTo("My components *2");
        menuItem("Save changes");
        roundTrip();
        assertThat(currentTab()).isEqualTo("My components1");

        menuItem("Share with everyone");
        startAs(ADMIN);
        open("catalog");
        assertThat(words()).contains("My components");
        startAs(ENGINEER);
        open("catalog");
        SavedView view = views.list(ENGINEER).getFirst();
        open("catalog?view=" + view.id() + "&" + view.query());
        menuItem("Delete");
        test(find(ConfirmDialog.class).single()).confirm();
        roundTrip();
        assertThat(views.list(ENGINEER)).isEmpty();
        assertThat(words()).doesNotContain("My components");
    }

    @Test
    void what_one_has_starred_is_a_view_of_its_own() throws Exception {
        startAs(ENGINEER);
        open("catalog?starred");
        assertThat(findInView(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nothing starred yet");
        open("catalog?" + MINE);
        EntityGrid grid = findInView(EntityGrid.class).single();
        String whistle = GridRows.key(grid, "whistle");

        grid.pressed("star", whistle);

        assertThat(stars.refs(ENGINEER)).containsExactly(EntityRef.parse("component:catalog-view/whistle"));
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(tabs()).contains("Starred1");
        });
        open("catalog?starred");
        assertThat(currentTab()).isEqualTo("Starred1");
        assertThat(names()).containsExactly("whistle");
        assertThat(boxes("Type")).containsExactly("Library1");
        open("catalog?starred&kind=api");
        assertThat(words()).contains("Nothing here matches");

        startAs(ADMIN);
        open("catalog?starred");
        assertThat(words()).contains("Nothing starred yet");
        stars.unstar(EntityRef.parse("component:catalog-view/whistle"), ENGINEER);
    }

    @Test
    void who_has_no_account_has_no_stars() {
        startAs(new Reader("service:ci", null, "CI", null, Set.of(), Set.of("engineer"), null));
        open("catalog?" + MINE);

        assertThat(shownColumns()).doesNotContain("STAR");
        assertThat(tabs()).noneMatch(tab -> tab.startsWith("Starred"));
        open("catalog?starred");
        assertThat(words()).contains("Nothing starred yet");
    }

    private List<String> tabs() {
        return findInView(PageTabs.class)
                .single()
                .getChildren()
                .map(tab -> tab.getElement().getTextRecursively())
                .toList();
    }

    private TextField findInOverlay(Class<TextField> type) {
        return find(type).withCaption("Name").single();
    }

    private void menuItem(String start) {
        Menus.choose(findInView(ViewMenu.class).single(), start);
        roundTrip();
    }

    private String currentTab() {
        return findInView(PageTabs.class)
                .single()
                .getChildren()
                .filter(tab -> tab.getElement().hasAttribute("aria-current"))
                .map(tab -> tab.getElement().getTextRecursively())
                .collect(Collectors.joining());
    }

    private List<String> boxes(String facet) {
        return findInView(FacetGroups.class).single().groups().stream()
                .filter(group -> facet.equals(group.name()))
                .flatMap(group -> group.shown().stream())
                .map(value -> value.label() + value.count())
                .toList();
    }

    private List<String> shownColumns() {
        return findInView(EntityGrid.class).single().getColumns().stream()
                .filter(Grid.Column::isVisible)
                .map(Grid.Column::getKey)
                .toList();
    }

    private List<String> names() {
        EntityGrid grid = findInView(EntityGrid.class).single();
        return grid.getGenericDataView().getItems().map(EntityRef::name).toList();
    }
}
