package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.portico.catalog.BlastRadius;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Graph;
import dev.portico.catalog.GraphQuery;
import dev.portico.catalog.Graphs;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Finds what a graph shows, on any thread, and says meanwhile how far it is.
final class GraphFinding {

    private final Catalog catalog;
    private final Graphs graphs;

    GraphFinding(Catalog catalog, Graphs graphs) {
        this.catalog = catalog;
        this.graphs = graphs;
    }

    /// @param tell told now and then how far it is
    GraphRoom.Found find(GraphQuery query, GraphAddress asked, Reader reader, Consumer<String> tell) {
        Graph graph = graphs.graph(
                query, reader, count -> tell.accept(Words.count(count, "entity", "entities") + " found so far …"));
        Graph everything = graphs.graph(GraphQuery.blastRadius(query.root()), reader, count -> {});
        BlastRadius radius = graphs.blastRadius(everything, reader);
        EntityLabels labels = EntityLabels.of(named(graph, radius), catalog, reader);
        if (asked.form() != GraphForm.GRAPH) {
            return new GraphRoom.Found(graph, radius, labels, asked.form(), null);
        }
        tell.accept("Laying out " + Words.count(graph.nodes().size(), "entity", "entities") + " …");
        String picture = GraphPicture.of(graph, graphs.layout(graph), asked.picked(), labels)
                .json();
        return new GraphRoom.Found(graph, radius, labels, asked.form(), picture);
    }

    /// What stands there until it is found.
    static Div waiting(Span state) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", "Making the graph");
        state.addClassName("hint");
        Div waiting = new Div(bar, state);
        waiting.addClassNames("graph-waiting", "skeleton");
        waiting.getElement().setAttribute("role", "status");
        return waiting;
    }

    /// The owners and systems that are named beside the entities.
    private static Set<EntityRef> named(Graph graph, BlastRadius radius) {
        Set<EntityRef> named = new HashSet<>();
        graph.nodes().forEach(node -> {
            EntitySummary entity = node.entity();
            if (entity != null && entity.owner() != null) {
                named.add(entity.owner());
            }
            if (entity != null && entity.system() != null) {
                named.add(entity.system());
            }
        });
        radius.owners().forEach(owner -> named.add(owner.owner()));
        return named;
    }
}
