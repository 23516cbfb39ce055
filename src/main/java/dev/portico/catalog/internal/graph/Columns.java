package dev.portico.catalog.internal.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// Gives each node of a graph without circles a column, so that every link leads to the right.
///
/// Columns follow from the longest paths; nodes then move right to what they lead to, where that shortens more links
/// than it lengthens. Nodes of one column have no links between them, so a column that is too tall becomes several.
final class Columns {

    private static final int LEAST_TALL = 16;

    private final Links links;
    private final int[] order;
    private final int[] column;

    private Columns(Links links) {
        this.links = links;
        this.order = topological(links);
        this.column = new int[links.nodes()];
    }

    /// The column of each node, from 0; none is empty.
    static int[] of(Links links) {
        Columns columns = new Columns(links);
        columns.longestPaths();
        columns.moveRight();
        columns.fold();
        return columns.column;
    }

    private static int[] topological(Links links) {
        int[] waiting = new int[links.nodes()];
        int[] order = new int[links.nodes()];
        int end = 0;
        for (int node = 0; node < links.nodes(); node++) {
            waiting[node] = links.entering(node).length;
            if (waiting[node] == 0) {
                order[end++] = node;
            }
        }
        for (int at = 0; at < end; at++) {
            for (int link : links.leaving(order[at])) {
                if (--waiting[links.to(link)] == 0) {
                    order[end++] = links.to(link);
                }
            }
        }
        if (end < order.length) {
            throw new IllegalStateException("A circle was left in the graph");
        }
        return order;
    }

    private void longestPaths() {
        for (int node : order) {
            for (int link : links.leaving(node)) {
                column[links.to(link)] = Math.max(column[links.to(link)], column[node] + 1);
            }
        }
    }

    private void moveRight() {
        for (int at = order.length - 1; at >= 0; at--) {
            int node = order[at];
            int[] leaving = links.leaving(node);
            if (leaving.length > links.entering(node).length) {
                column[node] = Arrays.stream(leaving)
                                .map(link -> column[links.to(link)])
                                .min()
                                .orElseThrow()
                        - 1;
            }
        }
    }

    private void fold() {
        int tallest = Math.max(LEAST_TALL, (int) Math.round(Math.sqrt(3.0 * links.nodes())));
        int next = 0;
        int[] folded = new int[column.length];
        for (int present : new TreeSet<>(Arrays.stream(column).boxed().toList())) {
            List<Integer> nodes = new ArrayList<>();
            for (int node = 0; node < column.length; node++) {
                if (column[node] == present) {
                    nodes.add(node);
                }
            }
            int parts = (nodes.size() + tallest - 1) / tallest;
            if (parts > 1) {
                nodes.sort(Comparator.comparingInt(this::firstNeighbour).thenComparingInt(node -> node));
            }
            for (int at = 0; at < nodes.size(); at++) {
                folded[nodes.get(at)] = next + (int) ((long) at * parts / nodes.size());
            }
            next += parts;
        }
        System.arraycopy(folded, 0, column, 0, column.length);
    }

    private int firstNeighbour(int node) {
        int[] leaving = links.leaving(node);
        int[] entering = links.entering(node);
        return leaving.length > 0 ? links.to(leaving[0]) : entering.length > 0 ? links.from(entering[0]) : node;
    }
}
