package dev.portico.catalog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.GraphQuery;
import dev.portico.catalog.GraphQuery.Direction;
import dev.portico.catalog.GraphQuery.RollUp;
import dev.portico.catalog.RelationType;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Actions;
import dev.portico.look.KindWords;
import dev.portico.look.Symbol;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the graph begins with and how far it goes.
final class GraphBar extends Div {

    private static final List<String> KINDS =
            List.of("component", "api", "resource", "system", "domain", "group", "user");

    private final transient Catalog catalog;
    private final transient Readers readers;
    private final transient Consumer<GraphAddress> go;
    private final ComboBox<Choice> root = new ComboBox<>();
    private final Select<Direction> direction = new Select<>();
    private final Select<Integer> depth = new Select<>();
    private final Select<RollUp> rollUp = new Select<>();
    private final MultiSelectComboBox<String> kinds = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<RelationType> relations = new MultiSelectComboBox<>();
    private final Div options = new Div();
    private transient GraphAddress shown = GraphAddress.NONE;

    private record Choice(EntityRef ref, String label) {}

    /// @param go called with what was asked for
    GraphBar(Catalog catalog, Readers readers, Consumer<GraphAddress> go) {
        this.catalog = catalog;
        this.readers = readers;
        this.go = go;
        addClassName("graph-bar");
        pickRoot();
        select(direction, "Direction", List.of(Direction.BOTH, Direction.IN, Direction.OUT), GraphBar::way);
        select(depth, "Depth", List.of(1, 2, 3, 4, 5, 6, GraphQuery.UNLIMITED), GraphBar::deep);
        select(rollUp, "Roll-up", List.of(RollUp.values()), GraphBar::gathered);
        direction.addValueChangeListener(
                change -> asked(change.isFromClient(), shown.withDirection(change.getValue())));
        depth.addValueChangeListener(change -> asked(change.isFromClient(), shown.withDepth(change.getValue())));
        rollUp.addValueChangeListener(change -> asked(change.isFromClient(), shown.withRollUp(change.getValue())));
        choose(kinds, "Kinds", "All kinds", KINDS, KindWords::kind);
        kinds.addValueChangeListener(change -> asked(change.isFromClient(), shown.withKinds(change.getValue())));
        choose(
                relations,
                "Relations",
                "Usual relations",
                List.of(RelationType.values()),
                type -> RelationWords.of(type.forward()));
        relations.addValueChangeListener(
                change -> asked(change.isFromClient(), shown.withRelations(change.getValue())));
        options.add(direction, depth, rollUp, kinds, relations);
        options.addClassName("options");
        add(root, toggle(), options);
    }

    /// Shows what an address says.
    void show(GraphAddress address) {
        shown = address;
        EntityRef ref = address.root();
        if (ref == null) {
            root.clear();
        } else {
            String label = catalog.labels(List.of(ref), readers.current()).getOrDefault(ref, ref.shortName());
            root.setValue(new Choice(ref, label));
        }
        direction.setValue(address.direction());
        depth.setValue(address.depth());
        rollUp.setValue(address.rollUp());
        kinds.setValue(address.kinds().stream().filter(KINDS::contains).collect(Collectors.toSet()));
        relations.setValue(address.relations());
        options.setVisible(ref != null);
    }

    /// The field that chooses the root.
    void focusRoot() {
        root.focus();
    }

    private void pickRoot() {
        root.setPlaceholder("Choose an entity");
        root.setAriaLabel("Entity to begin with");
        root.addClassName("root");
        root.setItemLabelGenerator(Choice::label);
        root.setItems(query -> choices(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        root.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                go.accept(shown.withRoot(change.getValue().ref()));
            }
        });
    }

    private Stream<Choice> choices(String typed, int offset, int limit) {
        CatalogQuery query = new CatalogQuery(typed, Map.of(), CatalogQuery.Order.NAME, false, offset, limit);
        return catalog.find(query, readers.current()).items().stream()
                .map(entity -> new Choice(entity.ref(), entity.label() + " · " + said(entity)));
    }

    private static String said(EntitySummary entity) {
        return EntityCells.type(entity);
    }

    private void asked(boolean byReader, GraphAddress address) {
        if (byReader) {
            go.accept(address);
        }
    }

    private static <T> void select(Select<T> select, String name, List<T> values, Function<T, String> words) {
        select.setAriaLabel(name);
        select.setItems(values);
        select.setItemLabelGenerator(words::apply);
    }

    private static <T> void choose(
            MultiSelectComboBox<T> box, String name, String none, List<T> values, Function<T, String> words) {
        box.setAriaLabel(name);
        box.setPlaceholder(none);
        box.setItems(values);
        box.setItemLabelGenerator(words::apply);
    }

    private static String way(Direction direction) {
        return switch (direction) {
            case BOTH -> "Both ways";
            case IN -> "What depends on it";
            case OUT -> "What it depends on";
        };
    }

    private static String gathered(RollUp rollUp) {
        return switch (rollUp) {
            case NONE -> "No roll-up";
            case SYSTEM -> "Roll up to system";
            case DOMAIN -> "Roll up to domain";
        };
    }

    private static String deep(int depth) {
        return switch (depth) {
            case GraphQuery.UNLIMITED -> "All the way";
            case 1 -> "1 step";
            default -> depth + " steps";
        };
    }

    /// On a phone the options hide behind this button.
    private Button toggle() {
        Button toggle = Actions.plain(
                "Options", Symbol.LIST_FILTER, () -> options.setClassName("open", !options.hasClassName("open")));
        toggle.addClassName("on-phone");
        return toggle;
    }
}
