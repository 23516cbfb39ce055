package dev.portico.catalog.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.signals.Signal;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.Reader;
import dev.portico.look.EntityLink;
import dev.portico.look.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// The rows of the list: two lines each, read from the catalog as they scroll into view.
final class EntityGrid extends Grid<EntitySummary> {

    private static final int NARROW = 700;

    private final transient Catalog catalog;
    private final transient Readers readers;
    private final CallbackDataProvider<EntitySummary, Void> rows;
    private final Map<CatalogQuery.Order, Column<EntitySummary>> columns = new EnumMap<>(CatalogQuery.Order.class);
    private transient CatalogFilter filter = CatalogFilter.NONE;
    private transient EntityLabels owners = EntityLabels.NONE;
    private int matching;

    EntityGrid(Catalog catalog, Readers readers, BiConsumer<CatalogQuery.Order, Boolean> ordered) {
        this.catalog = catalog;
        this.readers = readers;
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("entities");
        getElement().setAttribute("aria-label", "Entities");
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addColumns();
        rows = DataProvider.fromCallbacks(query -> page(query.getOffset(), query.getLimit()), query -> matching);
        setItems((DataProvider<EntitySummary, Void>) rows);
        addItemClickListener(click -> click.getSource()
                .getUI()
                .ifPresent(ui -> ui.navigate(EntityLink.address(click.getItem().ref()))));
        addSortListener(sort -> {
            if (sort.isFromClient()) {
                tell(sort.getSortOrder(), ordered);
            }
        });
    }

    /// Shows what a filter matches.
    ///
    /// @param count how many rows that are
    void show(CatalogFilter newFilter, long count) {
        filter = newFilter;
        matching = (int) Math.min(count, Integer.MAX_VALUE);
        Column<EntitySummary> column = columns.get(filter.order());
        if (column != null) {
            SortDirection direction = filter.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING;
            sort(List.of(new GridSortOrder<>(column, direction)));
        }
        rows.refreshAll();
    }

    private Stream<EntitySummary> page(int offset, int limit) {
        CatalogQuery query = filter.query(offset, Math.min(limit, CatalogQuery.MOST_ROWS));
        Reader reader = readers.current();
        List<EntitySummary> found = catalog.find(query, reader).items();
        owners = EntityLabels.of(
                found.stream()
                        .map(EntitySummary::owner)
                        .filter(Objects::nonNull)
                        .toList(),
                catalog,
                reader);
        return found.stream();
    }

    private void addColumns() {
        column(CatalogQuery.Order.NAME, "Name", EntityCells.name())
                .setFlexGrow(1)
                .setWidth("280px");
        column(CatalogQuery.Order.TYPE, "Type", EntityCells.words(EntityCells::type))
                .setWidth("120px");
        column(CatalogQuery.Order.OWNER, "Owner", EntityCells.owner(owner -> owners.of(owner)))
                .setWidth("150px");
        column(CatalogQuery.Order.LIFECYCLE, "Lifecycle", EntityCells.words(row -> Words.capital(row.lifecycle())))
                .setWidth("120px");
        column(CatalogQuery.Order.UPDATED, "Updated", EntityCells.updated()).setWidth("110px");
    }

    private static void tell(List<GridSortOrder<EntitySummary>> sort, BiConsumer<CatalogQuery.Order, Boolean> ordered) {
        if (sort.isEmpty()) {
            ordered.accept(CatalogQuery.Order.NAME, false);
        } else {
            GridSortOrder<EntitySummary> first = sort.getFirst();
            ordered.accept(
                    CatalogQuery.Order.valueOf(first.getSorted().getKey()),
                    first.getDirection() == SortDirection.DESCENDING);
        }
    }

    private Column<EntitySummary> column(CatalogQuery.Order order, String title, Renderer<EntitySummary> renderer) {
        Column<EntitySummary> column = addColumn(renderer)
                .setHeader(title)
                .setSortProperty(order.name())
                .setFlexGrow(0)
                .setKey(order.name());
        columns.put(order, column);
        return column;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var size = attached.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> {
            int width = size.get().width();
            boolean wide = width == 0 || width >= NARROW;
            columns.forEach((order, column) -> column.setVisible(wide || order == CatalogQuery.Order.NAME));
            setClassName("phone", !wide);
        });
    }
}
