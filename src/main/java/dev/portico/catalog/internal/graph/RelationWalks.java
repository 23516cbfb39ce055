package dev.portico.catalog.internal.graph;

import dev.portico.catalog.Graph;
import dev.portico.catalog.GraphEdge;
import dev.portico.catalog.GraphNode;
import dev.portico.catalog.GraphQuery;
import dev.portico.catalog.GraphQuery.RollUp;
import dev.portico.catalog.RelationType;
import dev.portico.catalog.internal.find.EntityLists;
import dev.portico.catalog.internal.store.DependencyQueries;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Walks from a root, gathers where that is asked for, and keeps what fits.
@Component
public final class RelationWalks {

    /// What is gathered may be so many times more than what is shown.
    private static final int GATHERED = 10;

    private static final Set<RelationType> DEPENDENCIES =
            EnumSet.of(RelationType.DEPENDS_ON, RelationType.CONSUMES_API, RelationType.PROVIDES_API);
    private static final Set<RelationType> PEOPLE =
            EnumSet.of(RelationType.OWNED_BY, RelationType.MEMBER_OF, RelationType.CHILD_OF);

    private final DependencyQueries steps;
    private final EntityLists lists;

    RelationWalks(DependencyQueries steps, EntityLists lists) {
        this.steps = steps;
        this.lists = lists;
    }

    /// Walks the relations.
    ///
    /// @param told how many entities were found so far
    public Graph walk(GraphQuery query, Reader reader, IntConsumer told) {
        Set<RelationType> types = query.relations().isEmpty() ? usual(query.root()) : query.relations();
        int most = query.rollUp() == RollUp.NONE ? Graph.MOST : Graph.MOST * GATHERED;
        Walk walk = new Walk(steps, new ReadableEntities(lists, reader), query, types, most, told);
        walk.go();
        List<GraphNode> nodes = walk.nodes();
        List<GraphEdge> edges = walk.edges();
        EntityRef root = query.root();
        if (query.rollUp() != RollUp.NONE) {
            Gathering gathering = Gathering.of(nodes, query.rollUp(), steps, new ReadableEntities(lists, reader));
            nodes = gathering.nodes(nodes);
            edges = gathering.edges(edges);
            root = gathering.of(root);
        }
        return kept(root, nodes, edges, types, walk.more());
    }

    private static Graph kept(
            EntityRef root, List<GraphNode> nodes, List<GraphEdge> edges, Set<RelationType> types, boolean more) {
        List<GraphNode> ordered = new ArrayList<>(nodes);
        ordered.sort(Comparator.comparing((GraphNode node) -> !node.ref().equals(root))
                .thenComparingInt(node -> Math.abs(node.distance()))
                .thenComparing(GraphNode::ref));
        if (ordered.size() <= Graph.MOST) {
            return new Graph(root, ordered, edges, types, more);
        }
        List<GraphNode> shown = ordered.subList(0, Graph.MOST);
        Set<EntityRef> refs = shown.stream().map(GraphNode::ref).collect(Collectors.toSet());
        List<GraphEdge> between = edges.stream()
                .filter(edge -> refs.contains(edge.from()) && refs.contains(edge.to()))
                .toList();
        return new Graph(root, shown, between, types, true);
    }

    /// What is asked about a team is whom and what it holds; about anything else, what it needs.
    private static Set<RelationType> usual(EntityRef root) {
        return switch (root.kind()) {
            case "group", "user" -> PEOPLE;
            default -> DEPENDENCIES;
        };
    }
}
