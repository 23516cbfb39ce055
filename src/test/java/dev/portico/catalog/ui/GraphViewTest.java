package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.catalog.GraphQuery.Direction;
import dev.portico.look.EmptyState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GraphViewTest extends ScreenTest {

    private static final String DESCRIPTORS = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: boiler
              namespace: graph-view
              title: The boiler
              labels: {portico.dev/visibility: public}
            spec: {type: service, lifecycle: production, owner: stokers, dependsOn: [resource:coal, resource:ash]}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: turbine, namespace: graph-view}
            spec: {type: service, lifecycle: production, owner: stokers, dependsOn: [component:boiler]}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: lamp, namespace: graph-view}
            spec: {type: website, lifecycle: production, owner: lighters, dependsOn: [component:turbine]}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Resource
            metadata: {name: coal, namespace: graph-view}
            spec: {type: fuel, owner: miners}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: lighters, namespace: graph-view, title: The lighters of lamps}
            spec: {type: team, children: []}
            """;
    private static final String BOILER = "graph?root=component:graph-view/boiler";

    @BeforeEach
    void descriptors() {
        upload("graph-view", DESCRIPTORS);
    }

    @Test
    void whoever_changes_an_entity_learns_what_may_break_and_whom_to_tell() throws Exception {
        show(BOILER + "&direction=in&depth=all");

        assertThat(heading()).isEqualTo("Graph");
        assertThat(words())
                .contains("3 entities, 2 relations")
                .contains("The boiler", "graph-view/stokers")
                .contains("2 entities depend on it, 1 of them directly.", "2 steps")
                .contains("Whom to tell", "lighters", "stokers");
        assertThat(findInView(GraphCanvas.class).all()).hasSize(1);
        assertThat(direction().getValue()).isEqualTo(Direction.IN);
    }

    @Test
    void the_table_lists_the_same_edges() throws Exception {
        show(BOILER + "&view=table");

        GraphTable table = findInView(GraphTable.class).single();
        assertThat(table.getListDataView().getItems().map(row -> row.from() + " " + row.how() + " " + row.to()))
                .containsExactly(
                        "The boiler Depends on graph-view/ash",
                        "The boiler Depends on coal",
                        "lamp Depends on turbine",
                        "turbine Depends on The boiler");
        assertThat(table.getListDataView().getItems().map(GraphTable.Row::toAddress))
                .contains("", "catalog/graph-view/resource/coal");
    }

    @Test
    void the_tree_holds_the_same_and_never_goes_back_to_where_it_came_from() throws Exception {
        show(BOILER + "&depth=all&view=tree");

        GraphTree tree = findInView(GraphTree.class).single();
        assertThat(below(tree, null))
                .containsExactlyInAnyOrder("ash Depends on", "coal Depends on", "turbine Needed by");
        GraphTree.Twig turbine = tree.below(null).stream()
                .filter(twig -> twig.ref().name().equals("turbine"))
                .findFirst()
                .orElseThrow();
        assertThat(below(tree, turbine)).containsExactly("lamp Needed by");
        assertThat(tree.below(tree.below(turbine).getFirst())).isEmpty();
    }

    private static List<String> below(GraphTree tree, GraphTree.@Nullable Twig twig) {
        return tree.below(twig).stream()
                .map(each -> each.ref().name() + " " + each.how())
                .toList();
    }

    @Test
    void owners_are_called_by_their_titles_and_linked_only_where_they_are_there() throws Exception {
        show(BOILER + "&depth=all&picked=component:graph-view/lamp");
        assertThat(words()).contains("The lighters of lamps");
        assertThat(findInView(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("catalog/graph-view/group/lighters");

        show(BOILER);
        assertThat(words()).contains("graph-view/stokers");
        assertThat(findInView(Anchor.class).all())
                .extracting(Anchor::getHref)
                .doesNotContain("catalog/graph-view/group/stokers");
    }

    @Test
    void another_choice_stands_in_the_address() throws Exception {
        show(BOILER);

        test(direction()).selectItem("What it depends on");
        roundTrip();
        shown();

        assertThat(words()).contains("3 entities, 2 relations");
        assertThat(findInView(Anchor.class).all()).extracting(Anchor::getHref).anySatisfy(address -> assertThat(address)
                .startsWith("graph?")
                .contains("root=component%3Agraph-view%2Fboiler", "depth=all", "direction=in"));
    }

    @Test
    void what_is_picked_is_described_and_can_become_the_root() throws Exception {
        show(BOILER + "&picked=component:graph-view/turbine");

        assertThat(words()).contains("component:graph-view/turbine", "Graph from here");
        assertThat(findInView(Anchor.class).withText("Graph from here").single().getHref())
                .isEqualTo("graph?root=component%3Agraph-view%2Fturbine");
    }

    @Test
    void what_others_change_is_drawn_anew_where_it_belongs_to_the_graph() throws Exception {
        show(BOILER + "&direction=in&depth=all&view=table");
        assertThat(words()).contains("3 entities, 2 relations");

        upload("graph-view-more", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: heater, namespace: graph-view}
                spec: {type: website, lifecycle: production, owner: warmers, dependsOn: [component:boiler]}
                """);

        Eventually.passes(Duration.ofSeconds(20), () -> {
            receive();
            assertThat(words()).contains("4 entities, 3 relations", "warmers", "Changed just now");
        });
        upload("graph-view-more", "");
        Eventually.passes(Duration.ofSeconds(20), () -> {
            receive();
            assertThat(words()).contains("3 entities, 2 relations");
        });
    }

    @Test
    void without_an_entity_it_asks_for_one() {
        open("graph");

        assertThat(findInView(EmptyState.class).all()).hasSize(1);
        assertThat(findInView(ComboBox.class).all()).hasSize(1);
    }

    @Test
    void a_guest_sees_no_more_of_it_than_may_be_read() throws Exception {
        startAs(GUEST);
        show(BOILER + "&depth=all&view=table");

        assertThat(words()).contains("Nothing in the catalog depends on it.").doesNotContain("turbine", "lamp");
        assertThat(findInView(GraphTable.class).single().getListDataView().getItems())
                .extracting(GraphTable.Row::toAddress)
                .containsExactly("", "");

        show("graph?root=component:graph-view/turbine");
        assertThat(words()).contains("The catalog holds no component:graph-view/turbine");
    }

    @SuppressWarnings("unchecked")
    private Select<Direction> direction() {
        return (Select<Direction>) findInView(Select.class).all().getFirst();
    }

    private void show(String address) throws Exception {
        open(address);
        shown();
    }

    private void shown() throws Exception {
        Eventually.holds(Duration.ofSeconds(10), "the graph is shown", () -> {
            receive();
            return !words().contains(" …");
        });
    }
}
