package dev.portico.catalog.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.signals.Signal;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Stars;
import dev.portico.kernel.EntityRef;
import dev.portico.look.EntityLink;
import dev.portico.look.FixedColumn;
import dev.portico.look.KindWords;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of the list: two lines each, read from the catalog as they scroll into view.
///
/// Arrows move between rows, Enter opens, Space and `p` preview, `x` selects, `s` stars, Escape ends the preview.
final class EntityGrid extends Grid<EntityRef> {

    private static final int NARROW = 700;
    private static final String NAME = "NAME";
    private static final String STAR = "STAR";

    /// So many rows are read at a time: a screen shows some twenty, and a session keeps the keys of all that it read.
    private static final int ROWS_AT_ONCE = 30;

    /// Of so many rows the grid remembers that it has shown them.
    private static final int SEEN = 500;

    private final transient Catalog catalog;
    private final transient Readers inSpace;
    private final transient Wishes wishes;
    private final CallbackDataProvider<EntityRef, Void> rows;
    private final transient RowStars stars;
    private final Column<EntityRef> name;
    private final Column<EntityRef> star;
    private final Map<CatalogColumn, Column<EntityRef>> columns = new EnumMap<>(CatalogColumn.class);
    private transient CatalogFilter filter = CatalogFilter.NONE;
    private final transient RowsInHand hand;
    private final transient Set<EntityRef> seen = new HashSet<>();
    private transient Set<EntityRef> fresh = Set.of();
    private boolean wide = true;
    private boolean measured;
    private int width;
    private int matching;

    /// What the reader wants of the list.
    interface Wishes {

        /// Another order of the rows.
        void order(CatalogQuery.Order order, boolean descending);

        /// Other columns.
        void columns(List<CatalogColumn> columns);

        /// A preview; null ends it.
        void preview(@Nullable EntityRef ref);

        /// Something to be done with these rows.
        void selected(Set<EntityRef> rows);
    }

    EntityGrid(Catalog catalog, Stars stars, Readers readers, Wishes wishes) {
        this.catalog = catalog;
        this.inSpace = InSpace.of(readers);
        this.stars = new RowStars(stars, readers);
        this.wishes = wishes;
        this.hand = new RowsInHand(catalog, readers, this::forgetOnceDrawn);
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("entities");
        getElement().setAttribute("aria-label", "Entities");
        setSizeFull();
        setPageSize(ROWS_AT_ONCE);
        setColumnReorderingAllowed(true);
        name = addColumn(EntityCells.name(hand))
                .setHeader("Name")
                .setSortProperty(NAME)
                .setKey(NAME)
                .setFlexGrow(1)
                .setWidth("280px");
        star = addColumn(EntityCells.star(this.stars, hand, this::star))
                .setKey(STAR)
                .setWidth("56px")
                .setFlexGrow(0);
        star.setHeader(Text.unseen("Starred"));
        rows = new CallbackDataProvider<>(query -> page(query.getOffset(), query.getLimit()), query -> matching);
        setItems(rows);
        setPartNameGenerator(this::part);
        selectable(true);
        listen();
    }

    @Override
    protected BiFunction<Renderer<EntityRef>, String, Column<EntityRef>> getDefaultColumnFactory() {
        return (renderer, id) -> new FixedColumn<>(this, id, renderer);
    }

    private void listen() {
        addItemClickListener(click -> {
            if (wide) {
                toggle(click.getItem());
            } else {
                open(click.getItem());
            }
        });
        addSortListener(sort -> {
            if (sort.isFromClient()) {
                tell(sort.getSortOrder());
            }
        });
        addColumnReorderListener(moved -> {
            if (moved.isFromClient()) {
                wishes.columns(moved.getColumns().stream()
                        .filter(Column::isVisible)
                        .map(Column::getKey)
                        .flatMap(key -> CatalogColumn.named(key).stream())
                        .toList());
            }
        });
    }

    /// Shows what a filter matches.
    ///
    /// @param count how many rows that are
    void show(CatalogFilter newFilter, long count) {
        if (!newFilter.chosen().equals(filter.chosen()) || !newFilter.text().equals(filter.text())) {
            deselectAll();
        }
        filter = newFilter;
        seen.clear();
        fresh = Set.of();
        stars.read();
        matching = (int) Math.min(count, Integer.MAX_VALUE);
        arrange();
        if (isAttached()) {
            scrollToStart();
        }
        orderedBy(filter.order()).ifPresentOrElse(this::sortedBy, () -> sort(List.of()));
        rows.refreshAll();
    }

    /// Brings the rows of entities that have changed up to date where they are, and marks them.
    ///
    /// @param changed  what has changed
    /// @param matching those of it that the list shows
    /// @return what the rows cannot show in their places: what came, what went, and what is out of sight
    Set<EntityRef> update(Set<EntityRef> changed, Map<EntityRef, EntitySummary> matching) {
        fresh = matching.keySet();
        hand.take(matching.values());
        Set<EntityRef> beyond = new HashSet<>();
        for (EntityRef ref : changed) {
            if (!matching.containsKey(ref)) {
                if (seen.contains(ref)) {
                    beyond.add(ref);
                }
            } else if (getDataCommunicator().getKeyMapper().has(ref)) {
                rows.refreshItem(ref);
            } else {
                beyond.add(ref);
            }
        }
        return beyond;
    }

    /// Brings the stars up to date.
    ///
    /// @return whether the reader has starred something since, here or elsewhere
    boolean renewStars() {
        boolean changed = stars.read();
        if (changed) {
            rows.refreshAll();
        }
        return changed;
    }

    private void star(EntityRef row) {
        stars.toggle(row);
        rows.refreshItem(row);
    }

    private @Nullable String part(EntityRef row) {
        boolean previewed = row.toString().equals(filter.preview());
        if (fresh.contains(row)) {
            return previewed ? "previewed fresh" : "fresh";
        }
        return previewed ? "previewed" : null;
    }

    /// Marks the row that is previewed.
    void preview(CatalogFilter newFilter) {
        filter = newFilter;
        getElement().setProperty("previewing", !filter.preview().isEmpty());
        arrange();
        rows.refreshAll();
    }

    private void sortedBy(Column<EntityRef> column) {
        SortDirection direction = filter.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING;
        sort(List.of(new GridSortOrder<>(column, direction)));
    }

    private Optional<Column<EntityRef>> orderedBy(CatalogQuery.Order order) {
        if (order == CatalogQuery.Order.NAME) {
            return Optional.of(name);
        }
        return columns.entrySet().stream()
                .filter(column -> column.getKey().order().filter(order::equals).isPresent())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Only the columns that are shown exist: each costs a session some kilobytes.
    private void arrange() {
        for (CatalogColumn column : CatalogColumn.values()) {
            if (!filter.columns().contains(column) && columns.containsKey(column)) {
                removeColumn(columns.remove(column));
            }
        }
        List<CatalogColumn> fitting =
                filter.preview().isEmpty() ? filter.columns() : CatalogColumn.besidePreview(filter.columns(), width);
        List<Column<EntityRef>> order = new ArrayList<>();
        order.add(name);
        for (CatalogColumn column : filter.columns()) {
            Column<EntityRef> held = columns.computeIfAbsent(column, this::column);
            held.setVisible(wide && fitting.contains(column));
            order.add(held);
        }
        order.add(star);
        star.setVisible(wide && stars.offered());
        setColumnOrder(order);
    }

    private Stream<EntityRef> page(int offset, int limit) {
        CatalogQuery query = filter.query(offset, Math.min(limit, CatalogQuery.MOST_ROWS));
        List<EntitySummary> found = catalog.find(query, inSpace.current()).items();
        hand.take(found);
        if (seen.size() > SEEN) {
            seen.clear();
        }
        List<EntityRef> refs =
                found.stream().map(row -> RowsInHand.shared(row.ref())).toList();
        seen.addAll(refs);
        return refs.stream();
    }

    /// Rows are drawn in the first round before an answer; what is asked for there comes in the second.
    private void forgetOnceDrawn() {
        getUI().ifPresent(ui ->
                ui.beforeClientResponse(this, first -> ui.beforeClientResponse(this, second -> hand.forget())));
    }

    private Column<EntityRef> column(CatalogColumn column) {
        Column<EntityRef> added = addColumn(renderer(column))
                .setHeader(column.title())
                .setKey(column.name())
                .setWidth(column.width())
                .setFlexGrow(0);
        column.order().ifPresent(order -> added.setSortProperty(order.name()));
        return added;
    }

    private Renderer<EntityRef> renderer(CatalogColumn column) {
        return switch (column) {
            case KIND -> words(row -> KindWords.kind(row.kind()));
            case TYPE -> words(EntityCells::type);
            case OWNER -> EntityCells.named(row -> hand.of(row).owner(), hand::title);
            case SYSTEM -> EntityCells.named(row -> hand.of(row).system(), hand::title);
            case LIFECYCLE -> words(row -> Words.capital(row.lifecycle()));
            case TAGS -> words(row -> String.join(", ", row.tags()));
            case NAMESPACE -> EntityCells.words(EntityRef::namespace);
            case UPDATED -> EntityCells.updated(hand);
        };
    }

    private Renderer<EntityRef> words(Function<EntitySummary, String> words) {
        return EntityCells.words(row -> words.apply(hand.of(row)));
    }

    private void tell(List<GridSortOrder<EntityRef>> sort) {
        if (sort.isEmpty()) {
            wishes.order(CatalogQuery.Order.NAME, false);
            return;
        }
        GridSortOrder<EntityRef> first = sort.getFirst();
        CatalogQuery.Order order = CatalogColumn.named(first.getSorted().getKey())
                .flatMap(CatalogColumn::order)
                .orElse(CatalogQuery.Order.NAME);
        wishes.order(order, first.getDirection() == SortDirection.DESCENDING);
    }

    private void toggle(EntityRef row) {
        wishes.preview(row.toString().equals(filter.preview()) ? null : row);
    }

    private void open(EntityRef row) {
        getUI().ifPresent(ui -> ui.navigate(EntityLink.address(row)));
    }

    private void selectable(boolean many) {
        setSelectionMode(many ? SelectionMode.MULTI : SelectionMode.NONE);
        if (many) {
            addSelectionListener(selection -> wishes.selected(selection.getAllSelectedItems()));
        }
    }

    /// What a key asks for: `open`, `preview`, `select`, `star`, or `follow` where the preview goes along with the
    /// focus.
    ///
    /// @param row the row's key in this grid; one that it does not know asks for nothing
    @ClientCallable
    void pressed(String wish, String row) {
        EntityRef found = getDataCommunicator().getKeyMapper().get(row);
        if (wish.equals("close")) {
            wishes.preview(null);
        } else if (found != null) {
            switch (wish) {
                case "open" -> open(found);
                case "preview" -> toggle(found);
                case "follow" -> wishes.preview(found);
                case "star" -> star(found);
                case "select" -> select(found, !asMultiSelect().isSelected(found));
                default -> {
                    // a wish that nobody has
                }
            }
        }
    }

    private void select(EntityRef row, boolean on) {
        if (on) {
            asMultiSelect().select(row);
        } else {
            asMultiSelect().deselect(row);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs(RowKeys.SCRIPT);
        var size = attached.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> {
            width = size.get().width();
            boolean nowWide = width == 0 || width >= NARROW;
            if (nowWide != wide) {
                wide = nowWide;
                selectable(wide);
            }
            arrange();
            setClassName("phone", !wide);
            if (width > 0 && !measured) {
                measured = true;
                EntityLabels.ref(wide ? "" : filter.preview()).ifPresent(this::openInstead);
            }
        });
    }

    /// A phone has no preview: an address that asks for one leads on to the page, as touching the row does.
    private void openInstead(EntityRef row) {
        getUI().ifPresent(ui -> {
            var _ = ui.access(() -> {
                ui.getPage()
                        .getHistory()
                        .replaceState(null, filter.withPreview("").address());
                ui.navigate(EntityLink.address(row));
            });
        });
    }
}
