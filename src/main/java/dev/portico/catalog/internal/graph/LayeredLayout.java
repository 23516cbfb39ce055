package dev.portico.catalog.internal.graph;

import dev.portico.catalog.Graph;
import dev.portico.catalog.GraphEdge;
import dev.portico.catalog.GraphLayout;
import dev.portico.catalog.GraphLayout.Box;
import dev.portico.catalog.GraphLayout.Route;
import dev.portico.catalog.GraphNode;
import dev.portico.kernel.EntityRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Lays a graph out in columns, from what depends on the left to what is depended on at the right.
public final class LayeredLayout {

    private static final int BETWEEN = 68;

    private final Links links;
    private final boolean[] turned;
    private final Lanes lanes;
    private final double[] height;

    private LayeredLayout(Graph graph) {
        this.links = links(graph);
        this.turned = Circuits.in(links);
        Links onward = links.turned(turned);
        this.lanes = Lanes.of(onward, Columns.of(onward));
        Links steps = lanes.steps();
        this.height = Heights.of(lanes, steps, Ordering.of(lanes, steps));
    }

    /// Lays out a graph. The same graph gives the same layout.
    public static GraphLayout of(Graph graph) {
        return new LayeredLayout(graph).layout();
    }

    private static Links links(Graph graph) {
        Map<EntityRef, Integer> numbers = new HashMap<>();
        for (GraphNode node : graph.nodes()) {
            numbers.put(node.ref(), numbers.size());
        }
        List<GraphEdge> edges = graph.edges();
        int[] from = new int[edges.size()];
        int[] to = new int[edges.size()];
        for (int at = 0; at < from.length; at++) {
            from[at] = Objects.requireNonNull(numbers.get(edges.get(at).from()));
            to[at] = Objects.requireNonNull(numbers.get(edges.get(at).to()));
        }
        return new Links(numbers.size(), from, to);
    }

    private GraphLayout layout() {
        List<Box> boxes = new ArrayList<>();
        int lowest = 0;
        for (int node = 0; node < links.nodes(); node++) {
            int y = rounded(height[node] - GraphLayout.BOX_HEIGHT / 2.0);
            boxes.add(new Box(lanes.column(node), left(node), y));
            lowest = Math.max(lowest, y + GraphLayout.BOX_HEIGHT);
        }
        List<Route> routes = new ArrayList<>();
        for (int link = 0; link < links.size(); link++) {
            routes.add(new Route(turned[link], points(link)));
        }
        for (int point = links.nodes(); point < lanes.points(); point++) {
            lowest = Math.max(lowest, rounded(height[point]));
        }
        int width = lanes.columns() * (GraphLayout.BOX_WIDTH + BETWEEN) - BETWEEN;
        return new GraphLayout(width, lowest, boxes, routes);
    }

    /// A link that was turned round is drawn from its last point to its first.
    private List<Integer> points(int link) {
        int[] way = lanes.way(link);
        List<Integer> points = new ArrayList<>(way.length * 4);
        for (int at = 0; at < way.length; at++) {
            int point = way[turned[link] ? way.length - 1 - at : at];
            int y = rounded(height[point]);
            int near = turned[link] ? left(point) + GraphLayout.BOX_WIDTH : left(point);
            int far = turned[link] ? left(point) : left(point) + GraphLayout.BOX_WIDTH;
            if (at > 0) {
                points.add(near);
                points.add(y);
            }
            if (at < way.length - 1) {
                points.add(far);
                points.add(y);
            }
        }
        return points;
    }

    private int left(int point) {
        return lanes.column(point) * (GraphLayout.BOX_WIDTH + BETWEEN);
    }

    private static int rounded(double value) {
        return (int) Math.round(value);
    }
}
