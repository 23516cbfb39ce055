package dev.portico.catalog;

import dev.portico.catalog.internal.graph.BlastRadii;
import dev.portico.catalog.internal.graph.LayeredLayout;
import dev.portico.catalog.internal.graph.RelationWalks;
import dev.portico.kernel.Reader;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Service;

/// What depends on what, as far as the reader may read it.
///
/// What may not be read is neither walked through nor counted. It has a node only where an entity that may be read
/// names it, and then looks like something that the catalog does not hold. Any thread may ask.
@Service
public final class Graphs {

    private final RelationWalks walks;
    private final BlastRadii radii;

    Graphs(RelationWalks walks, BlastRadii radii) {
        this.walks = walks;
        this.radii = radii;
    }

    /// Walks the relations. Costs a query to the database and one to the index for each step of the walk and each
    /// thousand entities.
    ///
    /// @param found told now and then how many entities were found so far, on the caller's thread
    /// @throws dev.portico.kernel.Refusal.NotFound where there is no such root or the reader may not read it
    public Graph graph(GraphQuery query, Reader reader, IntConsumer found) {
        return walks.walk(query, reader, found);
    }

    /// What of a walk back from an entity its owner has to think of before changing it.
    ///
    /// @param everything what [GraphQuery#blastRadius] found
    public BlastRadius blastRadius(Graph everything, Reader reader) {
        return radii.of(everything, reader);
    }

    /// Gives everything in a graph its place. The same graph gives the same layout. Costs up to a second of computing
    /// for the largest graph, and no I/O.
    public GraphLayout layout(Graph graph) {
        return LayeredLayout.of(graph);
    }
}
