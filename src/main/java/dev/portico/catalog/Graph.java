package dev.portico.catalog;

import dev.portico.kernel.EntityRef;
import java.util.List;
import java.util.Set;

/// What hangs together with an entity.
///
/// @param root      where the walk began, or what that was gathered into
/// @param nodes     the root first, then by distance and ref; at most [#MOST]
/// @param edges     the relations between these nodes, ordered by their ends
/// @param relations the relations that were followed
/// @param more      whether there is more than [#MOST] nodes can show
public record Graph(
        EntityRef root, List<GraphNode> nodes, List<GraphEdge> edges, Set<RelationType> relations, boolean more) {

    /// The most nodes that a graph has.
    public static final int MOST = 2_000;

    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        relations = Set.copyOf(relations);
    }
}
