package dev.portico.catalog.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.portico.catalog.BlastRadius;
import dev.portico.catalog.CatalogNews;
import dev.portico.catalog.Graph;
import dev.portico.catalog.GraphNode;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import dev.portico.look.LiveUpdates;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Words;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A graph, drawn or listed, with what is picked and what may break beside it. Follows what others change: the graph is
/// made anew on a thread of its own, and what the reader looks at stays where it is.
final class GraphRoom extends Div {

    private final transient CatalogNews news;
    private final transient Supplier<Supplier<Found>> again;
    private final transient Visitor visitor;
    private final Div middle = new Div();
    private final Div told = new Div();
    private transient Found shown;
    private transient Set<String> refs = Set.of();
    private @Nullable GraphCanvas canvas;
    private GraphSide side;
    private transient CatalogNews.@Nullable Watch watch;
    private boolean asking;
    private boolean stale;

    /// What was found out for an address.
    ///
    /// @param labels  what the owners and systems of these entities are called
    /// @param form    how it is shown
    /// @param picture what the browser draws; null where the edges are listed
    record Found(
            Graph graph,
            BlastRadius radius,
            EntityLabels labels,
            GraphForm form,
            @Nullable String picture) {}

    /// What becomes of it as the reader acts.
    interface Visitor {

        /// Where all of the blast radius is drawn.
        String everything();

        /// How much there is now.
        void counted(Graph graph);

        /// Describes what is picked.
        ///
        /// @param root where the graph begins
        void describe(GraphSide side, EntityRef root);

        /// This is picked now.
        void pick(GraphSide side, EntityRef ref);

        /// This is to be gone to.
        void open(EntityRef ref);
    }

    /// @param again asked on the UI's thread for what then finds the graph on any
    GraphRoom(Found found, CatalogNews news, Supplier<Supplier<Found>> again, Visitor visitor) {
        this.news = news;
        this.again = again;
        this.visitor = visitor;
        shown = found;
        addClassName("graph-room");
        middle.addClassName("graph-middle");
        told.getElement().setAttribute("role", "status");
        side = side(found);
        add(middle, side, told);
        show(found);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        watch = news.entities(new LivePage(new LiveUpdates(ui, changes -> {
            if (changes.more() || changes.keys().stream().anyMatch(refs::contains)) {
                ask(ui);
            }
        })));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (watch != null) {
            watch.end();
            watch = null;
        }
    }

    private void ask(UI ui) {
        stale = asking;
        if (asking) {
            return;
        }
        asking = true;
        Supplier<Found> question = again.get();
        Thread.ofVirtual().name("graph-news").start(() -> {
            Supplier<@Nullable Note> outcome = outcome(question);
            ui.accessLater(() -> answered(outcome, ui), GraphRoom::left).run();
        });
    }

    private void answered(Supplier<@Nullable Note> outcome, UI ui) {
        asking = false;
        told.removeAll();
        Note refused = outcome.get();
        if (refused != null) {
            told.add(refused);
        } else if (stale) {
            ask(ui);
        }
    }

    /// Nobody waits for a graph on a page that was left.
    private static void left() {}

    /// @return shows what was found, and says what there is to say instead
    private Supplier<@Nullable Note> outcome(Supplier<Found> question) {
        try {
            Found found = question.get();
            return () -> {
                renew(found);
                return null;
            };
        } catch (Refusal.NotFound gone) {
            return () -> EntityNotes.gone(shown.graph().root());
        }
    }

    private void renew(Found found) {
        boolean same = found.graph().equals(shown.graph())
                && found.radius().equals(shown.radius())
                && found.labels().equals(shown.labels())
                && Objects.equals(found.picture(), shown.picture());
        if (same) {
            return;
        }
        GraphSide before = side;
        side = side(found);
        replace(before, side);
        if (canvas != null
                && found.picture() != null
                && found.graph().more() == shown.graph().more()) {
            canvas.renew(found.picture());
            shown = found;
            counted();
        } else {
            show(found);
        }
        told.add(EntityNotes.changed());
    }

    private void show(Found found) {
        shown = found;
        counted();
        middle.removeAll();
        Graph graph = found.graph();
        if (graph.more()) {
            middle.add(new Note(State.WARNING, "There are more than " + Words.number(Graph.MOST) + " entities.")
                    .say("The nearest are shown. Narrow it by depth, kinds or direction, or roll up to systems."));
        }
        if (found.picture() != null) {
            middle.add(drawing(found.picture()), GraphLegend.line());
        } else {
            middle.add(found.form() == GraphForm.TREE ? new GraphTree(graph) : new GraphTable(graph));
        }
    }

    private Component drawing(String picture) {
        GraphCanvas drawn = new GraphCanvas(picture, ref -> visitor.pick(side, ref), visitor::open);
        canvas = drawn;
        return drawn;
    }

    private void counted() {
        refs = shown.graph().nodes().stream()
                .map(GraphNode::ref)
                .map(EntityRef::toString)
                .collect(Collectors.toSet());
        visitor.counted(shown.graph());
    }

    private GraphSide side(Found found) {
        GraphSide made = new GraphSide(found.radius(), found.labels(), visitor.everything());
        visitor.describe(made, found.graph().root());
        return made;
    }
}
