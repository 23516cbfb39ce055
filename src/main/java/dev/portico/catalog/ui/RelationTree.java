package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Entity;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Relation;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Badge;
import dev.portico.look.Card;
import dev.portico.look.EntityLink;
import dev.portico.look.KindTile;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The relations as a tree: kinds of relation, in each the other ends, in each of those its own. A branch is read when
/// it is opened, by a click or by Enter, and ends where it would come back to where it came from.
final class RelationTree extends Div {

    private static final int MOST = 100;

    private final transient Catalog catalog;
    private final transient Readers readers;

    RelationTree(Entity entity, Catalog catalog, Readers readers) {
        this.catalog = catalog;
        this.readers = readers;
        EntityRef root = entity.summary().ref();
        UnorderedList groups = groups(entity.relations(), Set.of(root), true);
        groups.addClassName("tree");
        groups.getElement()
                .setAttribute("aria-label", "Relations of " + entity.summary().label());
        add(new Card("Tree").count("Open a branch to go on from there").body(groups));
    }

    /// The kinds of relation, each with its ends.
    ///
    /// @param above the entities that lead here, which are not gone back to
    private UnorderedList groups(List<Relation> relations, Set<EntityRef> above, boolean open) {
        Map<String, List<Relation>> byType =
                new TreeMap<>(Comparator.comparingInt(RelationWords::rank).thenComparing(Comparator.naturalOrder()));
        relations.stream()
                .filter(relation -> !above.contains(relation.target()))
                .forEach(relation -> byType.computeIfAbsent(relation.type(), type -> new ArrayList<>())
                        .add(relation));
        UnorderedList groups = new UnorderedList();
        byType.forEach((type, ofType) -> groups.add(new ListItem(group(type, ofType, above, open))));
        if (byType.isEmpty()) {
            groups.add(new ListItem(Text.hint("No further relations")));
        }
        return groups;
    }

    private Component group(String type, List<Relation> relations, Set<EntityRef> above, boolean open) {
        Branch branch = new Branch(Row.line(
                new Span(RelationWords.of(type)),
                Text.hint(Words.number(relations.size())).styled("small")));
        branch.whenOpened(() -> {
            UnorderedList ends = new UnorderedList();
            relations.stream().limit(MOST).map(relation -> end(relation, above)).forEach(ends::add);
            if (relations.size() > MOST) {
                ends.add(new ListItem(Text.hint(Words.number(relations.size() - MOST) + " more are not shown.")));
            }
            return ends;
        });
        if (open) {
            branch.open();
        }
        return branch;
    }

    private ListItem end(Relation relation, Set<EntityRef> above) {
        EntitySummary entity = relation.entity();
        if (entity == null) {
            return new ListItem(Row.line(
                    Text.mono(relation.target().toString()).styled("clip"),
                    new Badge(State.WARNING, "Not in the catalog")));
        }
        Branch branch = new Branch(Row.line(
                new KindTile(entity.kind(), entity.type(), KindTile.Size.SMALL),
                new Span(entity.label()),
                Text.hint(EntityCells.type(entity)).styled("small")));
        branch.whenOpened(() -> {
            Set<EntityRef> further = new LinkedHashSet<>(above);
            further.add(entity.ref());
            return catalog.entity(entity.ref(), readers.current())
                    .<Component>map(found -> groups(found.relations(), further, false))
                    .orElseGet(() -> Text.hint("This entity is gone, or you may no longer read it."));
        });
        EntityLink page = new EntityLink(entity.ref(), "Open");
        page.setAriaLabel("Open " + entity.label());
        page.addClassName("go");
        ListItem end = new ListItem(branch, page);
        end.addClassName("end-of-relation");
        return end;
    }

    /// Something to open, filled when it is.
    static final class Branch extends NativeDetails {

        private transient @Nullable Supplier<Component> content;

        Branch(Component summary) {
            super(summary);
            addToggleListener(toggle -> {
                if (toggle.isOpened()) {
                    fill();
                }
            });
        }

        void whenOpened(Supplier<Component> filled) {
            content = filled;
        }

        /// Opens it, as a click does.
        void open() {
            setOpen(true);
            fill();
        }

        private void fill() {
            if (content != null) {
                setContent(content.get());
                content = null;
            }
        }
    }
}
