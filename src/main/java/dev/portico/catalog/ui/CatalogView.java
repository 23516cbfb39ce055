package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.Access;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogNews;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntityPage;
import dev.portico.catalog.SavedView;
import dev.portico.catalog.SavedViews;
import dev.portico.catalog.Sources;
import dev.portico.catalog.Stars;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.CopyButton;
import dev.portico.look.FailedPart;
import dev.portico.look.Page;
import dev.portico.look.Symbol;
import dev.portico.look.Toolbar;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The list of entities: filters on the left, rows in the middle, a preview on the right, all of it in the address.
@Route(CatalogFilter.PATH)
@PageTitle("Catalog · Portico")
@Menu(title = "Catalog", order = 10, icon = "LIBRARY")
@RequiresPermission("catalog.entity.read")
final class CatalogView extends Page implements BeforeEnterObserver, EntityGrid.Wishes, ListNews.Listed {

    private final transient Catalog catalog;
    private final transient SavedViews views;
    private final transient Readers readers;
    private final transient Readers inSpace;
    private final transient FacetWords words;
    private final ListNews more;
    private final FilterRail rail;
    private final FilterDrawer drawer;
    private final FilterField text = new FilterField(this::typed);
    private final Div chips = new Div();
    private final Div list = new Div();
    private final EntityGrid grid;
    private final ViewMenu menu;
    private final ColumnChooser columns;
    private final SelectionBar selection;
    private final EntityPreview preview;
    private final Toolbar toolbar;
    private final @Nullable Button register;
    private transient volatile CatalogFilter filter = CatalogFilter.NONE;

    CatalogView(
            Catalog catalog,
            Stars stars,
            SavedViews views,
            Sources sources,
            Readers readers,
            Access access,
            CatalogNews news) {
        this.catalog = catalog;
        this.views = views;
        this.readers = readers;
        register = sources.mayAny(CatalogPermissions.REGISTER_SOURCE, readers.current())
                ? Actions.primary("Register", Symbol.PLUS, () -> getUI().ifPresent(ui -> ui.navigate("register")))
                : null;
        inSpace = InSpace.of(readers);
        words = new FacetWords(catalog);
        rail = new FilterRail(words, catalog, readers, this::go);
        grid = new EntityGrid(catalog, stars, readers, this);
        selection = new SelectionBar(catalog, sources, readers, grid::deselectAll);
        more = new ListNews(news, catalog, inSpace, grid, this);
        menu = new ViewMenu(views, readers, access, this::go);
        columns = new ColumnChooser(this::columns);
        preview = new EntityPreview(() -> preview(null));
        Component export = new EntityDownload(inSpace, (reader, row) -> catalog.each(filter.query(0, 0), reader, row));
        header().title("Catalog").actions(register == null ? List.of(export) : List.of(export, register));
        list.addClassName("list");
        toolbar = new Toolbar(text, menu, CopyButton.ofAddress(), columns);
        drawer = new FilterDrawer(rail, toolbar);
        Div middle = new Div(toolbar, selection, chips, list, more);
        middle.addClassName("middle");
        style("catalog");
        show(drawer, middle, preview);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = CatalogFilter.of(event.getLocation().getQueryParameters());
        text.setValue(filter.text());
        again();
    }

    @Override
    public CatalogFilter filter() {
        return filter;
    }

    @Override
    public void counted(EntityPage counts, Reader reader) {
        List<SavedView> saved = views.list(reader);
        header().count(FilterDrawer.counted(counts))
                .tabs(ViewTabs.of(filter, saved, counts.readable(), catalog, reader));
        rail.show(filter);
        drawer.show(filter, counts);
        menu.show(filter, ViewTabs.open(filter, saved).orElse(null));
    }

    @Override
    public void changed(Set<EntityRef> changed, Reader reader) {
        preview.renew(changed, catalog, reader);
    }

    @Override
    public void order(CatalogQuery.Order order, boolean descending) {
        go(filter.ordered(order, descending));
    }

    @Override
    public void columns(List<CatalogColumn> chosen) {
        go(filter.withColumns(chosen));
    }

    @Override
    public void preview(@Nullable EntityRef ref) {
        replace(filter.withPreview(ref == null ? "" : ref.toString()));
        rail.keep(filter);
        menu.show(filter, ViewTabs.open(filter, views.list(readers.current())).orElse(null));
        preview();
    }

    @Override
    public void selected(Set<EntityRef> rows) {
        selection.show(rows);
        toolbar.setVisible(rows.isEmpty());
    }

    private void typed(String typed) {
        replace(filter.withText(typed));
        again();
    }

    private void go(CatalogFilter asked) {
        getUI().ifPresent(ui -> ui.navigate(CatalogFilter.PATH, asked.parameters()));
    }

    /// Puts a filter into the address without a step in the browser's history.
    private void replace(CatalogFilter asked) {
        filter = asked;
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, asked.address()));
    }

    @Override
    public void again() {
        more.clear();
        try {
            list(inSpace.current());
        } catch (RuntimeException failed) {
            list.removeAll();
            list.add(FailedPart.of(failed, this::again));
        }
    }

    private void list(Reader reader) {
        EntityPage counts = catalog.find(filter.query(0, 0), reader);
        counted(counts, reader);
        columns.show(filter.columns());
        FilterChips.show(chips, filter, words::label, CatalogFilter::address);
        words.forget();
        toolbar.setVisible(counts.readable() > 0);
        if (register != null) {
            register.setThemeVariant(ButtonVariant.PRIMARY, counts.matching() > 0);
        }
        Component shown = counts.matching() > 0 ? grid : CatalogEmpty.of(filter, counts.readable(), register != null);
        if (shown.getParent().isEmpty()) {
            list.removeAll();
            list.add(shown);
        }
        grid.show(filter, counts.matching());
        preview();
    }

    private void preview() {
        boolean shown = preview.show(EntityLabels.ref(filter.preview()).orElse(null), catalog, readers.current());
        grid.preview(shown ? filter : filter.withPreview(""));
    }
}
