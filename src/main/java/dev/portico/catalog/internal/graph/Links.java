package dev.portico.catalog.internal.graph;

import java.util.Arrays;

/// Links between nodes that are numbered from 0. Nothing links to itself.
final class Links {

    private final int nodes;
    private final int[] from;
    private final int[] to;
    private final int[][] leaving;
    private final int[][] entering;

    Links(int nodes, int[] from, int[] to) {
        this.nodes = nodes;
        this.from = from;
        this.to = to;
        this.leaving = sorted(nodes, from);
        this.entering = sorted(nodes, to);
    }

    int nodes() {
        return nodes;
    }

    int size() {
        return from.length;
    }

    int from(int link) {
        return from[link];
    }

    int to(int link) {
        return to[link];
    }

    /// The links that leave a node, in their order.
    int[] leaving(int node) {
        return leaving[node];
    }

    /// The links that enter a node, in their order.
    int[] entering(int node) {
        return entering[node];
    }

    /// The same with some links turned round.
    Links turned(boolean[] which) {
        int[] newFrom = from.clone();
        int[] newTo = to.clone();
        for (int link = 0; link < from.length; link++) {
            if (which[link]) {
                newFrom[link] = to[link];
                newTo[link] = from[link];
            }
        }
        return new Links(nodes, newFrom, newTo);
    }

    private static int[][] sorted(int nodes, int[] ends) {
        int[] counts = new int[nodes];
        for (int end : ends) {
            counts[end]++;
        }
        int[][] sorted = new int[nodes][];
        Arrays.setAll(sorted, node -> new int[counts[node]]);
        for (int link = ends.length - 1; link >= 0; link--) {
            sorted[ends[link]][--counts[ends[link]]] = link;
        }
        return sorted;
    }
}
