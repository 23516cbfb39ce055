package dev.portico.catalog.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogNews;
import dev.portico.catalog.Graph;
import dev.portico.catalog.GraphQuery;
import dev.portico.catalog.Graphs;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.AsyncPanel;
import dev.portico.look.EmptyState;
import dev.portico.look.EntityLink;
import dev.portico.look.Page;
import dev.portico.look.Symbol;
import dev.portico.look.Words;

/// Who depends on this, and what breaks if it changes: everything that hangs together with an entity, drawn or listed.
@Route(GraphAddress.PATH)
@PageTitle("Graph · Portico")
@Menu(title = "Graph", order = 15, icon = "WORKFLOW")
@RequiresPermission("catalog.entity.read")
final class GraphView extends Page implements BeforeEnterObserver {

    private static final int NARROW = 700;

    private final transient Catalog catalog;
    private final transient GraphFinding finding;
    private final transient Readers readers;
    private final transient CatalogNews news;
    private final GraphBar bar;
    private boolean narrow;
    private transient GraphAddress address = GraphAddress.NONE;

    GraphView(Catalog catalog, Graphs graphs, Readers readers, CatalogNews news) {
        this.catalog = catalog;
        this.finding = new GraphFinding(catalog, graphs);
        this.readers = readers;
        this.news = news;
        this.bar = new GraphBar(catalog, InSpace.of(readers), this::go);
        style("graph-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = GraphAddress.of(event.getLocation().getQueryParameters());
        int width = event.getUI().getPage().windowSizeSignal().peek().width();
        narrow = width > 0 && width < NARROW;
        show(event.getUI());
    }

    private void show(UI ui) {
        header().clear().title("Graph");
        if (address.root() != null) {
            header().tabs(GraphForm.tabs(address, narrow));
        }
        bar.show(address);
        show(bar, address.query().map(query -> panel(query, ui)).orElseGet(this::nothingChosen));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        var size = ui.getPage().windowSizeSignal();
        Signal.effect(this, () -> {
            int width = size.get().width();
            boolean before = narrow;
            narrow = width > 0 && width < NARROW;
            if (narrow != before && address.root() != null && address.form() == GraphForm.USUAL) {
                show(ui);
            }
        });
    }

    private Component nothingChosen() {
        return new EmptyState(
                        "Who depends on this?",
                        "Choose an entity, and see what needs it, what it needs, and what breaks if it changes.")
                .actions(Actions.primary("Choose an entity", Symbol.SEARCH, bar::focusRoot));
    }

    private Component panel(GraphQuery query, UI ui) {
        Reader reader = readers.current();
        GraphAddress asked = address.as(address.form(narrow));
        Span state = new Span("Walking the relations …");
        AsyncPanel<GraphRoom.Found> panel = new AsyncPanel<>(
                () -> GraphFinding.waiting(state),
                () -> finding.find(query, asked, reader, told -> {
                    var _ = ui.access(() -> state.setText(told));
                }),
                found -> room(found, query, asked));
        panel.addClassName("graph-panel");
        return panel;
    }

    private Component room(GraphRoom.Found found, GraphQuery query, GraphAddress asked) {
        return new GraphRoom(
                found,
                news,
                () -> {
                    Reader reader = readers.current();
                    GraphAddress present = address.as(asked.form());
                    return () -> finding.find(query, present, reader, told -> {});
                },
                new Visit(asked));
    }

    private final class Visit implements GraphRoom.Visitor {

        private final GraphAddress asked;

        private Visit(GraphAddress asked) {
            this.asked = asked;
        }

        @Override
        public String everything() {
            return asked.blastRadius().address();
        }

        @Override
        public void counted(Graph graph) {
            header().count(Words.count(graph.nodes().size(), "entity", "entities") + ", "
                    + Words.count(graph.edges().size(), "relation", "relations"));
        }

        @Override
        public void describe(GraphSide side, EntityRef root) {
            show(side, address.picked() == null ? root : address.picked());
        }

        @Override
        public void pick(GraphSide side, EntityRef ref) {
            GraphView.this.pick(side, ref);
        }

        @Override
        public void open(EntityRef ref) {
            GraphView.this.open(ref);
        }
    }

    private void show(GraphSide side, EntityRef ref) {
        boolean root = ref.equals(address.root());
        String around = root ? null : address.withRoot(ref).address();
        side.show(ref, catalog.entity(ref, readers.current()), around);
    }

    /// What is picked stands in the address, but is no step of its own in the browser's history.
    private void pick(GraphSide side, EntityRef ref) {
        address = address.withPicked(ref.equals(address.root()) ? null : ref);
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address.address()));
        show(side, ref);
    }

    /// The root opens its page; everything else becomes the root.
    private void open(EntityRef ref) {
        if (ref.equals(address.root())) {
            getUI().ifPresent(ui -> ui.navigate(EntityLink.address(ref)));
        } else {
            go(address.withRoot(ref));
        }
    }

    private void go(GraphAddress asked) {
        getUI().ifPresent(ui -> ui.navigate(GraphAddress.PATH, asked.parameters()));
    }
}
