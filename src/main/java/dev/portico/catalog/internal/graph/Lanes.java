package dev.portico.catalog.internal.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Carries links through the columns that they cross: in each they get a lane, a point between the boxes.
///
/// Links that lead to the same node share its lanes, or those that leave the same node, whichever are more: a thousand
/// links to one node run as one line.
final class Lanes {

    private final int columns;
    private final List<Integer> column = new ArrayList<>();
    private final List<int[]> steps = new ArrayList<>();
    private final int[][] ways;
    private final int boxes;

    private Lanes(Links links, int[] columnOf) {
        boxes = columnOf.length;
        columns = Arrays.stream(columnOf).max().orElse(0) + 1;
        ways = new int[links.size()][];
        for (int of : columnOf) {
            column.add(of);
        }
        Map<List<Integer>, Integer> lanes = new HashMap<>();
        Map<List<Integer>, Boolean> known = new HashMap<>();
        for (int link = 0; link < links.size(); link++) {
            ways[link] = way(links, link, lanes);
            for (int at = 1; at < ways[link].length; at++) {
                int from = ways[link][at - 1];
                int to = ways[link][at];
                if (known.putIfAbsent(List.of(from, to), true) == null) {
                    steps.add(new int[] {from, to});
                }
            }
        }
    }

    static Lanes of(Links links, int[] columnOf) {
        return new Lanes(links, columnOf);
    }

    private int[] way(Links links, int link, Map<List<Integer>, Integer> lanes) {
        int from = links.from(link);
        int to = links.to(link);
        boolean byTarget = links.entering(to).length >= links.leaving(from).length;
        int shared = byTarget ? to : -1 - from;
        int first = column.get(from);
        int[] way = new int[column.get(to) - first + 1];
        way[0] = from;
        way[way.length - 1] = to;
        for (int at = 1; at < way.length - 1; at++) {
            int in = first + at;
            way[at] = lanes.computeIfAbsent(List.of(shared, in), key -> {
                column.add(in);
                return column.size() - 1;
            });
        }
        return way;
    }

    /// How many columns there are.
    int columns() {
        return columns;
    }

    /// How many points there are: the boxes, and after them the lanes.
    int points() {
        return column.size();
    }

    /// Whether a point is a box, and no lane.
    boolean box(int point) {
        return point < boxes;
    }

    /// The column of a point.
    int column(int point) {
        return column.get(point);
    }

    /// The points that a link runs over, from its first box to its last.
    int[] way(int link) {
        return ways[link];
    }

    /// The pieces of all links, each from one column to the next and each once.
    Links steps() {
        return new Links(
                points(),
                steps.stream().mapToInt(step -> step[0]).toArray(),
                steps.stream().mapToInt(step -> step[1]).toArray());
    }
}
