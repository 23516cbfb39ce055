package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.portico.ScreenTest;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Menus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows that change or go while the list holds them, and what may no longer be read of them.
final class CatalogRowsTest extends ScreenTest {

    private static final String DESCRIPTORS = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: kettle, namespace: catalog-rows, description: Boils water, tags: [steam]}
            spec: {type: service, lifecycle: production, owner: stokers}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: whistle
              namespace: catalog-rows
              description: Says that it boils
              labels: {portico.dev/visibility: public}
            spec: {type: library, lifecycle: experimental, owner: stokers}
            """;
    private static final String MINE = "owner=group:catalog-rows/stokers";

    @BeforeEach
    void descriptors() {
        upload("catalog-rows", DESCRIPTORS);
    }

    @Test
    void what_is_selected_is_exported_as_far_as_it_may_be_read_then() {
        startAs(GUEST);
        open("catalog?" + MINE);
        EntityGrid grid = findInView(EntityGrid.class).single();
        grid.pressed("select", GridRows.key(grid, "whistle"));
        assertThat(exported()).containsExactly("ref", "component:catalog-rows/whistle");

        upload("catalog-rows", DESCRIPTORS.replace("labels: {portico.dev/visibility: public}", "labels: {}"));

        assertThat(exported()).containsExactly("ref");
    }

    /// The first column of what the selection gives.
    private List<String> exported() {
        StringBuilder file = new StringBuilder();
        EntityDownload download = findInView(SelectionBar.class)
                .single()
                .getChildren()
                .filter(EntityDownload.class::isInstance)
                .map(EntityDownload.class::cast)
                .findFirst()
                .orElseThrow();
        download.write(file);
        return file.toString().lines().map(line -> line.split(",", -1)[0]).toList();
    }

    @Test
    void a_row_that_may_not_be_read_any_more_shows_its_name_alone_when_it_is_drawn_again() {
        startAs(GUEST);
        open("catalog?" + MINE + "&columns=kind,type,owner,lifecycle,tags");
        EntityGrid grid = findInView(EntityGrid.class).single();
        String key = GridRows.key(grid, "whistle");
        EntityRef whistle = grid.getDataCommunicator().getKeyMapper().get(key);
        roundTrip();
        assertThat(drawn(grid, whistle)).contains("Says that it boils", "Library", "Experimental", "stokers");
        grid.pressed("preview", key);
        roundTrip();
        roundTrip();

        upload(
                "catalog-rows",
                DESCRIPTORS.replace("labels: {portico.dev/visibility: public}", "title: The secret whistle"));

        assertThat(drawn(grid, whistle))
                .contains("whistle")
                .doesNotContain("Says that it boils", "Library", "Experimental", "stokers", "secret");
        grid.pressed("select", key);
        grid.pressed("preview", key);
        roundTrip();
        assertThat(words()).doesNotContain("Says that it boils");
    }

    @Test
    void a_row_that_is_gone_shows_its_name_alone_when_it_is_drawn_again() {
        open("catalog?" + MINE + "&columns=kind,type,owner,lifecycle,tags");
        EntityGrid grid = findInView(EntityGrid.class).single();
        String key = GridRows.key(grid, "kettle");
        EntityRef kettle = grid.getDataCommunicator().getKeyMapper().get(key);
        assertThat(drawn(grid, kettle)).contains("Boils water", "steam", "stokers");
        roundTrip();
        roundTrip();

        upload("catalog-rows", DESCRIPTORS.substring(DESCRIPTORS.indexOf("---")));

        assertThat(drawn(grid, kettle)).contains("kettle").doesNotContain("Boils water", "steam", "stokers");
        grid.pressed("select", key);
        grid.pressed("preview", key);
        roundTrip();
        assertThat(words()).doesNotContain("Boils water");
    }

    /// What is sent to the browser of a row, but for what follows from its ref.
    private static String drawn(EntityGrid grid, EntityRef row) {
        return grid.getColumns().stream()
                .map(Grid.Column::getRenderer)
                .filter(LitRenderer.class::isInstance)
                .flatMap(renderer -> ((LitRenderer<EntityRef>) renderer).getValueProviders().values().stream())
                .map(value -> String.valueOf(value.apply(row)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_menu_that_is_not_shown_does_nothing() {
        startAs(new Reader("service:ci", null, "CI", null, Set.of(), Set.of("engineer"), null));
        open("catalog?" + MINE);
        ViewMenu menu = beneath((Component) getCurrentView())
                .filter(ViewMenu.class::isInstance)
                .map(ViewMenu.class::cast)
                .findFirst()
                .orElseThrow();

        Menus.send(menu, Menus.number(menu, "Save as new view"));

        assertThat(find(TextField.class).withCaption("Name").all()).isEmpty();
    }

    private static Stream<Component> beneath(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(CatalogRowsTest::beneath));
    }
}
