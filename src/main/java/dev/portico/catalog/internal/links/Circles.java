package dev.portico.catalog.internal.links;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds what leads back to itself in a directed graph.
///
/// Nodes that reach each other are found by Tarjan's algorithm (1972) in time linear in the links; a shortest circle
/// through each of them by breadth-first search, up to a size that nobody could read.
final class Circles {

    /// Stands for what is left out of a circle that is too long to tell.
    static final String AND_SO_ON = "…";

    /// So many nodes that reach each other are each given their own circle.
    private static final int TRACED = 200;

    private static final int LONGEST = 12;

    private final List<String> names = new ArrayList<>();
    private final List<List<Integer>> next = new ArrayList<>();
    private final int[] group;

    private Circles(List<Link> links) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Link link : links) {
            next.get(number(link.from(), numbers)).add(number(link.to(), numbers));
        }
        group = new Groups(next).find();
    }

    /// A shortest circle through each node that is on one, by node: the nodes in order, beginning with that one and
    /// without it at the end. The same links in the same order give the same circles.
    static Map<String, List<String>> in(List<Link> links) {
        return new Circles(links).all();
    }

    private int number(String name, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(name, added -> {
            names.add(added);
            next.add(new ArrayList<>(2));
            return names.size() - 1;
        });
    }

    private Map<String, List<String>> all() {
        int[] sizes = new int[names.size()];
        for (int of : group) {
            sizes[of]++;
        }
        Map<String, List<String>> circles = new TreeMap<>();
        for (int node = 0; node < names.size(); node++) {
            if (sizes[group[node]] > 1 || next.get(node).contains(node)) {
                circles.put(names.get(node), sizes[group[node]] > TRACED ? beginning(node) : shortest(node));
            }
        }
        return circles;
    }

    private List<String> beginning(int node) {
        int second = next.get(node).stream()
                .filter(to -> group[to] == group[node])
                .findFirst()
                .orElse(node);
        return List.of(names.get(node), names.get(second), AND_SO_ON);
    }

    private List<String> shortest(int start) {
        Map<Integer, Integer> cameFrom = new HashMap<>();
        Deque<Integer> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            int node = waiting.poll();
            for (int to : next.get(node)) {
                if (to == start) {
                    return told(start, node, cameFrom);
                }
                if (group[to] == group[start] && cameFrom.putIfAbsent(to, node) == null) {
                    waiting.add(to);
                }
            }
        }
        throw new IllegalStateException(names.get(start) + " is in no circle");
    }

    private List<String> told(int start, int last, Map<Integer, Integer> cameFrom) {
        List<String> circle = new ArrayList<>();
        for (@Nullable Integer node = last; node != null && node != start; node = cameFrom.get(node)) {
            circle.addFirst(names.get(node));
        }
        circle.addFirst(names.get(start));
        if (circle.size() <= LONGEST) {
            return circle;
        }
        List<String> cut = new ArrayList<>(circle.subList(0, LONGEST));
        cut.add(AND_SO_ON);
        return cut;
    }

    /// A link from one node to another.
    record Link(String from, String to) {}

    /// Numbers the groups of nodes that reach each other. Keeps its own stack: paths may be long.
    private static final class Groups {

        private final List<List<Integer>> next;
        private final int[] order;
        private final int[] low;
        private final int[] group;
        private final int[] child;
        private final Deque<Integer> open = new ArrayDeque<>();
        private final Deque<Integer> path = new ArrayDeque<>();
        private int visited;
        private int groups;

        Groups(List<List<Integer>> next) {
            this.next = next;
            this.order = new int[next.size()];
            this.low = new int[next.size()];
            this.group = new int[next.size()];
            this.child = new int[next.size()];
            Arrays.fill(group, -1);
        }

        int[] find() {
            for (int node = 0; node < next.size(); node++) {
                if (order[node] == 0) {
                    enter(node);
                    while (!path.isEmpty()) {
                        step(path.peek());
                    }
                }
            }
            return group;
        }

        private void enter(int node) {
            order[node] = low[node] = ++visited;
            open.push(node);
            path.push(node);
        }

        private void step(int node) {
            if (child[node] == next.get(node).size()) {
                leave(node);
                return;
            }
            int to = next.get(node).get(child[node]++);
            if (order[to] == 0) {
                enter(to);
            } else if (group[to] < 0) {
                low[node] = Math.min(low[node], order[to]);
            }
        }

        private void leave(int node) {
            path.pop();
            if (!path.isEmpty()) {
                int parent = path.peek();
                low[parent] = Math.min(low[parent], low[node]);
            }
            if (low[node] == order[node]) {
                int member;
                do {
                    member = open.pop();
                    group[member] = groups;
                } while (member != node);
                groups++;
            }
        }
    }
}
