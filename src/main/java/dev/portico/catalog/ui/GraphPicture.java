package dev.portico.catalog.ui;

import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Graph;
import dev.portico.catalog.GraphEdge;
import dev.portico.catalog.GraphLayout;
import dev.portico.catalog.GraphLayout.Box;
import dev.portico.catalog.GraphLayout.Route;
import dev.portico.catalog.GraphNode;
import dev.portico.kernel.EntityRef;
import dev.portico.look.KindTile;
import dev.portico.look.KindWords;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A graph with its layout, as the browser draws it. Holds nothing but what is shown.
///
/// @param name      what it is a graph of
/// @param root      the position of the root among the nodes
/// @param picked    the position of what has the focus
/// @param width     of the whole drawing
/// @param height    of the whole drawing
/// @param boxWidth  of each box
/// @param boxHeight of each box
record GraphPicture(
        String name,
        int root,
        int picked,
        int width,
        int height,
        int boxWidth,
        int boxHeight,
        List<Node> nodes,
        List<Edge> edges) {

    /// A box.
    record Node(
            String ref,
            String label,
            String second,
            String tile,
            String sign,
            int column,
            int x,
            int y,
            boolean lost) {}

    /// An edge between two boxes, by their positions.
    record Edge(int from, int to, boolean against, int count, List<Integer> points) {}

    /// @param labels what the owners are called
    static GraphPicture of(Graph graph, GraphLayout layout, @Nullable EntityRef picked, EntityLabels labels) {
        Map<EntityRef, Integer> numbers = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (GraphNode node : graph.nodes()) {
            Box box = layout.boxes().get(nodes.size());
            numbers.put(node.ref(), nodes.size());
            nodes.add(node(node, box, labels));
        }
        List<Edge> edges = new ArrayList<>();
        for (GraphEdge edge : graph.edges()) {
            Route route = layout.routes().get(edges.size());
            int from = numbers.getOrDefault(edge.from(), 0);
            int to = numbers.getOrDefault(edge.to(), 0);
            edges.add(new Edge(from, to, route.against(), edge.count(), route.points()));
        }
        int root = numbers.getOrDefault(graph.root(), 0);
        return new GraphPicture(
                "Relations of " + nodes.get(root).label(),
                root,
                picked == null ? root : numbers.getOrDefault(picked, root),
                layout.width(),
                layout.height(),
                GraphLayout.BOX_WIDTH,
                GraphLayout.BOX_HEIGHT,
                nodes,
                edges);
    }

    /// As text for the browser.
    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /// What to call a node.
    static String label(GraphNode node) {
        EntitySummary entity = node.entity();
        return entity == null ? node.ref().shortName() : entity.label();
    }

    private static Node node(GraphNode node, Box box, EntityLabels labels) {
        EntitySummary entity = node.entity();
        String kind = entity == null ? "" : entity.kind();
        String type = entity == null ? "" : entity.type();
        Symbol sign = entity == null ? Symbol.CIRCLE_DASHED : KindTile.symbol(kind, type);
        return new Node(
                node.ref().toString(),
                label(node),
                second(node, labels),
                KindTile.className(kind, type),
                sign.address(),
                box.column(),
                box.x(),
                box.y(),
                entity == null);
    }

    private static String second(GraphNode node, EntityLabels labels) {
        EntitySummary entity = node.entity();
        if (node.entities() > 0) {
            return KindWords.kind(node.ref().kind()) + " · " + Words.count(node.entities(), "entity", "entities")
                    + " here";
        }
        if (entity == null) {
            return "Not in the catalog";
        }
        String owner = entity.owner() == null ? "no owner" : labels.of(entity.owner());
        return EntityCells.type(entity) + " · " + owner;
    }
}
