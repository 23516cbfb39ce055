package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.EntityPage;
import dev.portico.kernel.Reader;
import dev.portico.look.CopyButton;
import dev.portico.look.FailedPart;
import dev.portico.look.Icon;
import dev.portico.look.Page;
import dev.portico.look.Symbol;
import dev.portico.look.Toolbar;
import java.util.List;

/// Full-text search: one box, filters with counts on the left, hits with the passages that matched.
@Route(SearchAddress.PATH)
@PageTitle("Search · Portico")
@Menu(title = "Search", order = 30, icon = "SEARCH")
@RequiresPermission("catalog.entity.read")
final class SearchView extends Page implements BeforeEnterObserver {

    private static final int MILLIS = 180;
    private static final String COUNTING = "counting";

    private final transient Catalog catalog;
    private final transient Readers readers;
    private final transient Readers inSpace;
    private final transient FacetWords words;
    private final TextField box = new TextField();
    private final FilterRail rail;
    private final FilterDrawer drawer;
    private final Div chips = new Div();
    private final SearchResults results = new SearchResults();
    private transient SearchAddress address = new SearchAddress(CatalogFilter.NONE, 1);

    SearchView(Catalog catalog, Readers readers) {
        this.catalog = catalog;
        this.readers = readers;
        this.inSpace = InSpace.of(readers);
        words = new FacetWords(catalog);
        rail = new FilterRail(words, catalog, readers, this::go);
        Toolbar toolbar = new Toolbar(box, CopyButton.ofAddress());
        drawer = new FilterDrawer(rail, toolbar);
        describe();
        Div middle = new Div(toolbar, chips, results);
        middle.addClassName("middle");
        style("catalog", "search");
        show(drawer, middle);
        header().title("Search");
    }

    private void describe() {
        chips.addClassName("chips");
        chips.setVisible(false);
        rail.addClassName(COUNTING);
        box.setPlaceholder("Search names, descriptions, tags, owners, API definitions");
        box.setAriaLabel("Search");
        box.setPrefixComponent(new Icon(Symbol.SEARCH));
        box.setClearButtonVisible(true);
        box.setAutofocus(true);
        box.setMaxLength(500);
        box.setValueChangeMode(ValueChangeMode.LAZY);
        box.setValueChangeTimeout(MILLIS);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed(change.getValue());
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SearchAddress asked = SearchAddress.of(event.getLocation().getQueryParameters());
        box.setValue(asked.filter().text());
        apply(asked, event.getUI());
    }

    private void typed(String text) {
        SearchAddress asked = new SearchAddress(address.filter().withText(text), 1);
        getUI().ifPresent(ui -> {
            ui.getPage().getHistory().replaceState(null, asked.text());
            apply(asked, ui);
        });
    }

    private void go(CatalogFilter filter) {
        getUI().ifPresent(ui -> ui.navigate(SearchAddress.PATH, filter.parameters()));
    }

    private void apply(SearchAddress asked, UI ui) {
        address = asked;
        Reader reader = readers.current();
        Reader narrowed = inSpace.current();
        results.ask(ui, () -> SearchAnswer.of(asked, catalog, narrowed, reader), this::counted, this::content);
    }

    private Component content(SearchAnswer answer) {
        return answer.show(catalog, readers);
    }

    /// Filters are counted with the hits, so that both speak of the same.
    private void counted(SearchAnswer answer) {
        header().count(answer.count());
        CatalogFilter filter = answer.address().filter();
        chips.removeAll();
        try {
            rail.show(filter);
            rail.removeClassName(COUNTING);
        } catch (RuntimeException failed) {
            chips.add(FailedPart.of(failed, () -> counted(answer)));
            chips.setVisible(true);
            return;
        }
        chips.add(FilterChips.of(filter, words::label, SearchAddress::first));
        chips.setVisible(chips.getComponentCount() > 0);
        drawer.show(filter, new EntityPage(List.of(), answer.hits().matching(), answer.readable()));
    }
}
