package dev.portico.catalog.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.catalog.Graph;
import dev.portico.catalog.GraphEdge;
import dev.portico.catalog.GraphLayout;
import dev.portico.catalog.GraphLayout.Box;
import dev.portico.catalog.GraphLayout.Route;
import dev.portico.catalog.GraphNode;
import dev.portico.catalog.RelationType;
import dev.portico.kernel.EntityRef;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayeredLayoutTest {

    @Test
    void a_chain_runs_straight_from_left_to_right() {
        GraphLayout layout = LayeredLayout.of(graph(3, List.of(List.of(2, 0), List.of(0, 1))));

        assertThat(layout.boxes()).extracting(Box::column).containsExactly(1, 2, 0);
        assertThat(layout.boxes()).extracting(Box::y).containsOnly(0);
        assertThat(layout.routes()).noneMatch(Route::against);
        assertThat(layout.height()).isEqualTo(GraphLayout.BOX_HEIGHT);
    }

    @Test
    void a_single_node_is_a_graph() {
        GraphLayout layout = LayeredLayout.of(graph(1, List.of()));

        assertThat(layout.boxes()).containsExactly(new Box(0, 0, 0));
        assertThat(layout.width()).isEqualTo(GraphLayout.BOX_WIDTH);
    }

    @Test
    void a_circle_has_one_edge_that_runs_back() {
        GraphLayout layout = LayeredLayout.of(graph(3, List.of(List.of(0, 1), List.of(1, 2), List.of(2, 0))));

        assertThat(layout.routes()).filteredOn(Route::against).hasSize(1);
        assertThat(layout.boxes()).extracting(Box::column).doesNotHaveDuplicates();
    }

    @Test
    void many_that_need_the_same_stand_in_several_columns() {
        List<List<Integer>> edges = new ArrayList<>();
        for (int at = 1; at < 400; at++) {
            edges.add(List.of(at, 0));
        }
        GraphLayout layout = LayeredLayout.of(graph(400, edges));

        assertThat(layout.height()).isLessThan(4 * layout.width());
        assertThat(layout.boxes().getFirst().column())
                .isGreaterThan(5)
                .isEqualTo(layout.boxes().stream().mapToInt(Box::column).max().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void no_boxes_overlap_and_edges_run_to_the_right_but_for_those_of_circles(int seed) {
        boolean circles = seed % 2 == 0;
        Graph graph = random(seed, 20 * seed, circles);
        GraphLayout layout = LayeredLayout.of(graph);

        Map<Integer, TreeSet<Integer>> tops = new HashMap<>();
        for (Box box : layout.boxes()) {
            TreeSet<Integer> column = tops.computeIfAbsent(box.column(), at -> new TreeSet<>());
            assertThat(column.subSet(box.y() - GraphLayout.BOX_HEIGHT, false, box.y() + GraphLayout.BOX_HEIGHT, false))
                    .isEmpty();
            column.add(box.y());
            assertThat(box.y()).isBetween(0, layout.height() - GraphLayout.BOX_HEIGHT);
            assertThat(box.x()).isBetween(0, layout.width() - GraphLayout.BOX_WIDTH);
        }
        for (int at = 0; at < graph.edges().size(); at++) {
            Route route = layout.routes().get(at);
            Box from = box(graph, layout, graph.edges().get(at).from());
            Box to = box(graph, layout, graph.edges().get(at).to());
            assertThat(circles || !route.against()).isTrue();
            assertThat(route.against() ? to.column() : from.column())
                    .isLessThan(route.against() ? from.column() : to.column());
            leadsFromBoxToBox(route, from, to);
        }
    }

    @Test
    void the_same_graph_gives_the_same_layout() {
        Graph graph = random(42, 300, true);

        assertThat(LayeredLayout.of(graph)).isEqualTo(LayeredLayout.of(graph));
    }

    @Test
    void the_largest_graph_takes_two_seconds_of_computing_at_most() {
        Graph graph = random(7, Graph.MOST, true);
        LayeredLayout.of(random(8, 400, true));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        GraphLayout layout = LayeredLayout.of(graph);
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);

        assertThat(layout.boxes()).hasSize(Graph.MOST);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    private static void leadsFromBoxToBox(Route route, Box from, Box to) {
        List<Integer> points = route.points();
        int half = GraphLayout.BOX_HEIGHT / 2;
        assertThat(points.size() % 4).isZero();
        assertThat(points.subList(0, 2))
                .containsExactly(route.against() ? from.x() : from.x() + GraphLayout.BOX_WIDTH, from.y() + half);
        assertThat(points.subList(points.size() - 2, points.size()))
                .containsExactly(route.against() ? to.x() + GraphLayout.BOX_WIDTH : to.x(), to.y() + half);
    }

    private static Box box(Graph graph, GraphLayout layout, EntityRef ref) {
        for (int at = 0; at < graph.nodes().size(); at++) {
            if (graph.nodes().get(at).ref().equals(ref)) {
                return layout.boxes().get(at);
            }
        }
        throw new AssertionError("No " + ref);
    }

    /// Each node needs one to three of those before it, seldom one after it.
    private static Graph random(int seed, int size, boolean circles) {
        Random random = new Random(seed);
        Set<List<Integer>> edges = new HashSet<>();
        List<List<Integer>> inOrder = new ArrayList<>();
        for (int at = 1; at < size; at++) {
            for (int many = 1 + random.nextInt(3); many > 0; many--) {
                double near = random.nextDouble();
                List<Integer> edge = circles && random.nextInt(20) == 0
                        ? List.of(random.nextInt(at), at)
                        : List.of(at, (int) (near * near * at));
                if (edges.add(edge)) {
                    inOrder.add(edge);
                }
            }
        }
        return graph(size, inOrder);
    }

    private static Graph graph(int size, List<List<Integer>> edges) {
        List<GraphNode> nodes = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            nodes.add(new GraphNode(ref(at), null, 0, 0));
        }
        Set<RelationType> needs = Set.of(RelationType.DEPENDS_ON);
        List<GraphEdge> drawn = edges.stream()
                .map(edge -> new GraphEdge(ref(edge.getFirst()), ref(edge.getLast()), needs, 1))
                .toList();
        return new Graph(ref(0), nodes, drawn, needs, false);
    }

    private static EntityRef ref(int number) {
        return new EntityRef("component", "layout", "n" + number);
    }
}
