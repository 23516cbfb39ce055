package dev.portico.catalog.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.signals.Signal;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Entity;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Relation;
import dev.portico.kernel.EntityRef;
import dev.portico.look.EntityLink;
import dev.portico.look.Icon;
import dev.portico.look.KindTile;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The relations as a tree: the other ends, below each of them its own. A branch is read when it is opened, by a click
/// or by the right arrow, and ends where it would come back to where it came from.
final class RelationTree extends TreeGrid<RelationTree.End> {

    private static final int NARROW = 700;

    private final transient Catalog catalog;
    private final transient Readers readers;
    private final transient Map<End, List<End>> opened = new HashMap<>();
    private final transient List<End> first;
    private final List<Column<End>> wide;

    /// The other end of a relation.
    ///
    /// @param entity null where the catalog has none of that name or the reader may not read it
    /// @param above  the entities that lead here, which are not gone back to
    record End(String type, EntityRef ref, @Nullable EntitySummary entity, Set<EntityRef> above) {}

    RelationTree(Entity entity, Catalog catalog, Readers readers) {
        this.catalog = catalog;
        this.readers = readers;
        first = ends(entity, Set.of());
        addClassName("relation-tree");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        getElement()
                .setAttribute("aria-label", "Relations of " + entity.summary().label());
        addComponentHierarchyColumn(RelationTree::name).setHeader("Name").setFlexGrow(1);
        addColumn(end -> RelationWords.of(end.type()))
                .setHeader("Relation")
                .setWidth("136px")
                .setFlexGrow(0);
        wide = List.of(
                addColumn(end -> end.entity() == null ? "" : EntityCells.type(end.entity()))
                        .setHeader("Type")
                        .setWidth("150px")
                        .setFlexGrow(0),
                addColumn(end -> end.entity() == null
                                ? ""
                                : Words.capital(end.entity().lifecycle()))
                        .setHeader("Lifecycle")
                        .setWidth("150px")
                        .setFlexGrow(0));
        setDataProvider(new Ends());
    }

    /// What stands below an end, or first where it is null.
    List<End> below(@Nullable End end) {
        return end == null ? first : opened.computeIfAbsent(end, this::read);
    }

    private List<End> read(End end) {
        return catalog.entity(end.ref(), readers.current())
                .map(entity -> ends(entity, end.above()))
                .orElse(List.of());
    }

    private static List<End> ends(Entity entity, Set<EntityRef> above) {
        Set<EntityRef> further = new HashSet<>(above);
        further.add(entity.summary().ref());
        return entity.relations().stream()
                .filter(relation -> !further.contains(relation.target()))
                .sorted(Comparator.comparingInt((Relation relation) -> RelationWords.rank(relation.type()))
                        .thenComparing(Relation::type))
                .map(relation -> new End(relation.type(), relation.target(), relation.entity(), further))
                .toList();
    }

    private static Component name(End end) {
        EntitySummary entity = end.entity();
        if (entity == null) {
            Span tile = new Span(new Icon(Symbol.CIRCLE_DASHED));
            tile.addClassNames("tile", "sm");
            return Row.line(
                    tile,
                    Text.hint(end.ref().shortName() + ", not in the catalog").styled("clip"));
        }
        return Row.line(
                new KindTile(entity.kind(), entity.type(), KindTile.Size.SMALL),
                new EntityLink(entity.ref(), entity.label()).ink());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var size = attached.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> {
            int width = size.get().width();
            wide.forEach(column -> column.setVisible(width == 0 || width >= NARROW));
        });
    }

    /// Reads a branch once, when it is opened.
    private final class Ends extends AbstractBackEndHierarchicalDataProvider<End, Void> {

        @Override
        public boolean hasChildren(End end) {
            return end.entity() != null;
        }

        @Override
        public int getChildCount(HierarchicalQuery<End, Void> query) {
            return (int) children(query).count();
        }

        @Override
        protected Stream<End> fetchChildrenFromBackEnd(HierarchicalQuery<End, Void> query) {
            return children(query);
        }

        private Stream<End> children(HierarchicalQuery<End, Void> query) {
            return below(query.getParent()).stream().skip(query.getOffset()).limit(query.getLimit());
        }
    }
}
