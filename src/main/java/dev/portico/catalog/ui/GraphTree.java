package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Graph;
import dev.portico.catalog.GraphEdge;
import dev.portico.catalog.GraphNode;
import dev.portico.kernel.EntityRef;
import dev.portico.look.EntityLink;
import dev.portico.look.Icon;
import dev.portico.look.KindTile;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A graph as a tree, for where there is no room to draw it: what depends on the root and what the root depends on,
/// below each of them its own. A branch goes on in the direction in which it began, and never back to where it came
/// from.
final class GraphTree extends TreeGrid<GraphTree.Twig> {

    private final transient Map<EntityRef, GraphNode> nodes = new HashMap<>();
    private final transient Map<EntityRef, List<GraphEdge>> edges = new HashMap<>();
    private final transient Twig root;

    /// An entity at its place in the tree.
    ///
    /// @param how   what it is to the one above
    /// @param above the entities that lead here
    record Twig(EntityRef ref, String how, Set<EntityRef> above) {}

    GraphTree(Graph graph) {
        graph.nodes().forEach(node -> nodes.put(node.ref(), node));
        for (GraphEdge edge : graph.edges()) {
            edges.computeIfAbsent(edge.from(), ref -> new ArrayList<>()).add(edge);
            edges.computeIfAbsent(edge.to(), ref -> new ArrayList<>()).add(edge);
        }
        root = new Twig(graph.root(), "", Set.of());
        addThemeVariants(GridVariant.NO_BORDER);
        addClassNames("graph-table", "graph-tree");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", "Relations");
        addComponentHierarchyColumn(this::name).setHeader("Name").setFlexGrow(1);
        addColumn(Twig::how).setHeader("Relation").setWidth("124px").setFlexGrow(0);
        setDataProvider(new Twigs());
    }

    /// What stands below a twig, or first where it is null.
    List<Twig> below(@Nullable Twig twig) {
        Twig from = twig == null ? root : twig;
        GraphNode node = nodes.get(from.ref());
        Set<EntityRef> above = new HashSet<>(from.above());
        above.add(from.ref());
        return edges.getOrDefault(from.ref(), List.of()).stream()
                .filter(edge -> node == null || onward(edge, node))
                .map(edge -> new Twig(other(edge, from.ref()), how(edge, from.ref()), above))
                .filter(next -> !above.contains(next.ref()))
                .toList();
    }

    private static boolean onward(GraphEdge edge, GraphNode node) {
        return node.distance() == 0 || edge.from().equals(node.ref()) == (node.distance() > 0);
    }

    private static EntityRef other(GraphEdge edge, EntityRef here) {
        return edge.from().equals(here) ? edge.to() : edge.from();
    }

    private static String how(GraphEdge edge, EntityRef here) {
        boolean depends = edge.from().equals(here);
        return edge.types().stream()
                .sorted()
                .map(type -> RelationWords.of(type.sourceDepends() == depends ? type.forward() : type.inverse()))
                .collect(Collectors.joining(", "));
    }

    private Component name(Twig twig) {
        GraphNode node = nodes.get(twig.ref());
        EntitySummary entity = node == null ? null : node.entity();
        if (entity == null) {
            Span tile = new Span(new Icon(Symbol.CIRCLE_DASHED));
            tile.addClassNames("tile", "sm");
            return Row.line(
                    tile,
                    Text.hint(twig.ref().shortName() + ", not in the catalog").styled("clip"));
        }
        return Row.line(
                new KindTile(entity.kind(), entity.type(), KindTile.Size.SMALL),
                new EntityLink(entity.ref(), entity.label()).ink());
    }

    private final class Twigs extends AbstractBackEndHierarchicalDataProvider<Twig, Void> {

        @Override
        public boolean hasChildren(Twig twig) {
            return !below(twig).isEmpty();
        }

        @Override
        public int getChildCount(HierarchicalQuery<Twig, Void> query) {
            return (int) children(query).count();
        }

        @Override
        protected Stream<Twig> fetchChildrenFromBackEnd(HierarchicalQuery<Twig, Void> query) {
            return children(query);
        }

        private Stream<Twig> children(HierarchicalQuery<Twig, Void> query) {
            return below(query.getParent()).stream().skip(query.getOffset()).limit(query.getLimit());
        }
    }
}
