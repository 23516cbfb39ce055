package dev.portico.catalog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.Access;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.EntityPage;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.Icon;
import dev.portico.look.Page;
import dev.portico.look.PageTabs;
import dev.portico.look.Symbol;
import dev.portico.look.Toolbar;
import dev.portico.look.Words;
import java.util.List;

/// The list of entities: filters on the left, rows on the right, everything that narrows them in the address.
@Route(CatalogFilter.PATH)
@PageTitle("Catalog · Portico")
@Menu(title = "Catalog", order = 10, icon = "LIBRARY")
@RequiresPermission("catalog.entity.read")
final class CatalogView extends Page implements BeforeEnterObserver {

    private final transient Catalog catalog;
    private final transient Readers readers;
    private final transient Access access;
    private final FilterRail rail = new FilterRail(this::go);
    private final TextField text = new TextField();
    private final Div chips = new Div();
    private final Div list = new Div();
    private final EntityGrid grid;
    private final Toolbar toolbar;
    private final Button register =
            Actions.primary("Register", Symbol.PLUS, () -> getUI().ifPresent(ui -> ui.navigate("register")));
    private transient CatalogFilter filter = CatalogFilter.NONE;

    CatalogView(Catalog catalog, Readers readers, Access access) {
        this.catalog = catalog;
        this.readers = readers;
        this.access = access;
        this.grid = new EntityGrid(catalog, readers, (order, descending) -> go(filter.ordered(order, descending)));
        header().title("Catalog").actions(mayRegister(readers.current()) ? List.of(register) : List.of());
        text.setPlaceholder("Filter by name or tag");
        text.setAriaLabel("Filter by name or tag");
        text.setPrefixComponent(new Icon(Symbol.LIST_FILTER));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(150);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed(change.getValue());
            }
        });
        chips.addClassName("chips");
        list.addClassName("list");
        toolbar = new Toolbar(text, chips, filterToggle());
        Div middle = new Div(toolbar, list);
        middle.addClassName("middle");
        style("catalog");
        show(rail, middle);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CatalogFilter asked = CatalogFilter.of(event.getLocation().getQueryParameters());
        text.setValue(asked.text());
        apply(asked);
    }

    private void typed(String words) {
        CatalogFilter asked = filter.withText(words);
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, asked.address()));
        apply(asked);
    }

    private void go(CatalogFilter asked) {
        getUI().ifPresent(ui -> ui.navigate(CatalogFilter.PATH, asked.parameters()));
    }

    private void apply(CatalogFilter asked) {
        filter = asked;
        Reader reader = readers.current();
        EntityPage counts = catalog.find(asked.query(0, 0), reader);
        header().count(counted(counts)).tabs(tabs(reader, counts.readable()));
        rail.show(asked, catalog, reader);
        chips.removeAll();
        FilterChips.of(asked, rail::label).forEach(chips::add);
        list.removeAll();
        rail.setVisible(counts.readable() > 0);
        toolbar.setVisible(counts.readable() > 0);
        register.setThemeVariant(ButtonVariant.PRIMARY, counts.matching() > 0);
        if (counts.matching() == 0) {
            list.add(CatalogEmpty.of(asked, counts.readable(), mayRegister(reader)));
        } else {
            list.add(grid);
            grid.show(asked, counts.matching());
        }
    }

    private PageTabs tabs(Reader reader, long readable) {
        PageTabs tabs = new PageTabs("Views").tab("All", readable, CatalogFilter.PATH, !filter.narrows());
        if (reader.user() != null) {
            CatalogFilter mine = CatalogViews.mine(reader);
            tabs.tab("Mine", count(mine, reader), mine.address(), filter.equals(mine));
        }
        CatalogFilter broken = CatalogFilter.NONE.withProblems(true);
        return tabs.tab("With problems", count(broken, reader), broken.address(), filter.equals(broken));
    }

    private long count(CatalogFilter view, Reader reader) {
        return catalog.find(view.query(0, 0), reader).matching();
    }

    private static String counted(EntityPage counts) {
        return counts.matching() == counts.readable()
                ? Words.number(counts.readable())
                : Words.number(counts.matching()) + " of " + Words.number(counts.readable());
    }

    private boolean mayRegister(Reader reader) {
        return access.decide(reader, CatalogPermissions.REGISTER_SOURCE).allowed();
    }

    /// On a phone the rail hides behind this button.
    private Button filterToggle() {
        Button toggle = Actions.plain(
                "Filter", Symbol.LIST_FILTER, () -> rail.setClassName("open", !rail.hasClassName("open")));
        toggle.addClassName("on-phone");
        return toggle;
    }
}
