package dev.portico.catalog.internal.graph;

/// Finds the links to turn round so that nothing leads back to itself: those that lead back on a walk depth first.
///
/// The walk begins at the nodes that nothing enters, so a graph without circles has none turned. Keeps its own stack:
/// paths may be long.
final class Circuits {

    private static final byte OPEN = 1;
    private static final byte DONE = 2;

    private final Links links;
    private final byte[] state;
    private final int[] next;
    private final int[] path;
    private final boolean[] turned;

    private Circuits(Links links) {
        this.links = links;
        this.state = new byte[links.nodes()];
        this.next = new int[links.nodes()];
        this.path = new int[links.nodes()];
        this.turned = new boolean[links.size()];
    }

    static boolean[] in(Links links) {
        Circuits circuits = new Circuits(links);
        for (int node = 0; node < links.nodes(); node++) {
            if (links.entering(node).length == 0) {
                circuits.walk(node);
            }
        }
        for (int node = 0; node < links.nodes(); node++) {
            circuits.walk(node);
        }
        return circuits.turned;
    }

    private void walk(int start) {
        if (state[start] != 0) {
            return;
        }
        int depth = 0;
        path[0] = start;
        state[start] = OPEN;
        while (depth >= 0) {
            int node = path[depth];
            int[] leaving = links.leaving(node);
            if (next[node] == leaving.length) {
                state[node] = DONE;
                depth--;
                continue;
            }
            int link = leaving[next[node]++];
            int to = links.to(link);
            if (state[to] == OPEN) {
                turned[link] = true;
            } else if (state[to] == 0) {
                state[to] = OPEN;
                path[++depth] = to;
            }
        }
    }
}
