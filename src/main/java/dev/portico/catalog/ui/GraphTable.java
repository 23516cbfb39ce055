package dev.portico.catalog.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import dev.portico.catalog.Graph;
import dev.portico.catalog.GraphEdge;
import dev.portico.catalog.GraphNode;
import dev.portico.kernel.EntityRef;
import dev.portico.look.EntityLink;
import dev.portico.look.FixedColumn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// The edges of a graph as a list, for who would rather read than look.
final class GraphTable extends Grid<GraphTable.Row> {

    /// One edge. An address is empty where there is nothing to open.
    record Row(String from, String fromAddress, String how, String to, String toAddress, int count) {}

    GraphTable(Graph graph) {
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("graph-table");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", "Relations");
        addColumn(link(Row::from, Row::fromAddress)).setHeader("This").setComparator(Row::from);
        addColumn(Row::how)
                .setHeader("Relation")
                .setWidth("220px")
                .setFlexGrow(0)
                .setSortable(true);
        addColumn(link(Row::to, Row::toAddress)).setHeader("Depends on this").setComparator(Row::to);
        if (graph.edges().stream().anyMatch(edge -> edge.count() > 1)) {
            addColumn(Row::count)
                    .setHeader("Relations")
                    .setWidth("110px")
                    .setFlexGrow(0)
                    .setSortable(true);
        }
        setItems(rows(graph));
    }

    @Override
    protected BiFunction<Renderer<Row>, String, Column<Row>> getDefaultColumnFactory() {
        return (renderer, id) -> new FixedColumn<>(this, id, renderer);
    }

    private static Renderer<Row> link(ValueProvider<Row, String> label, ValueProvider<Row, String> address) {
        return LitRenderer.<Row>of(
                        "${item.address ? html`<a href=\"${item.address}\">${item.label}</a>` : html`<span class=\"hint\">${item.label}, not in the catalog</span>`}")
                .withProperty("label", label)
                .withProperty("address", address);
    }

    private static List<Row> rows(Graph graph) {
        Map<EntityRef, String> labels = new HashMap<>();
        Set<EntityRef> held = new HashSet<>();
        for (GraphNode node : graph.nodes()) {
            labels.put(node.ref(), GraphPicture.label(node));
            if (node.entity() != null) {
                held.add(node.ref());
            }
        }
        return graph.edges().stream()
                .map(edge -> new Row(
                        labels.getOrDefault(edge.from(), ""),
                        held.contains(edge.from()) ? EntityLink.address(edge.from()) : "",
                        how(edge),
                        labels.getOrDefault(edge.to(), ""),
                        held.contains(edge.to()) ? EntityLink.address(edge.to()) : "",
                        edge.count()))
                .toList();
    }

    private static String how(GraphEdge edge) {
        return edge.types().stream()
                .sorted()
                .map(type -> RelationWords.of(type.sourceDepends() ? type.forward() : type.inverse()))
                .collect(Collectors.joining(", "));
    }
}
