package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.portico.catalog.definition.Definition;
import dev.portico.catalog.definition.Definition.Section;
import dev.portico.catalog.definition.Item;
import dev.portico.kernel.Refusal;
import dev.portico.look.Badge;
import dev.portico.look.Card;
import dev.portico.look.Icon;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The items of a definition in their sections, each to be opened, with a field that narrows them.
final class DefinitionItems extends Div {

    private static final int MOST = 300;

    private final transient List<Group> groups;
    private final transient Function<String, Optional<Item>> item;
    private final String address;
    private final Div list = new Div();
    private String opened;

    /// What a row shows; the parts are read when it is opened.
    private record Line(String id, String verb, String name, String summary, boolean deprecated) {

        boolean has(String words) {
            return (verb + ' ' + name + ' ' + summary).toLowerCase(Locale.ROOT).contains(words);
        }
    }

    private record Group(String title, String description, List<Line> lines) {}

    /// @param address where this page is, to which the open item is added
    /// @param opened  the id of the item that is open from the start; empty for none
    /// @param item    reads an item by its id
    DefinitionItems(Definition definition, String address, String opened, Function<String, Optional<Item>> item) {
        this.groups = definition.sections().stream().map(DefinitionItems::group).toList();
        this.address = address;
        this.opened = opened;
        this.item = item;
        addClassName("cards");
        list.addClassName("cards");
        TextField words = new TextField();
        words.setPlaceholder("Filter by name or path");
        words.setAriaLabel("Filter by name or path");
        words.setPrefixComponent(new Icon(Symbol.SEARCH));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> show(change.getValue().strip().toLowerCase(Locale.ROOT)));
        add(words, list);
        show("");
    }

    private static Group group(Section section) {
        List<Line> lines = section.items().stream()
                .map(one -> new Line(one.id(), one.verb(), one.name(), one.summary(), one.deprecated()))
                .toList();
        return new Group(section.title(), section.description(), lines);
    }

    private void show(String words) {
        list.removeAll();
        int shown = 0;
        int left = 0;
        for (Group group : groups) {
            List<Line> matching =
                    group.lines().stream().filter(line -> line.has(words)).toList();
            List<Component> rows = new ArrayList<>();
            for (Line line : matching) {
                if (shown < MOST || line.id().equals(opened)) {
                    rows.add(row(line));
                    shown++;
                } else {
                    left++;
                }
            }
            if (!rows.isEmpty()) {
                list.add(card(group, matching.size(), rows));
            }
        }
        if (shown == 0) {
            list.add(Text.second(words.isEmpty() ? "The definition offers nothing." : "Nothing has these words."));
        }
        if (left > 0) {
            list.add(Text.hint(
                    Words.number(left) + " more match. Filter to see them, or read the definition as written."));
        }
    }

    private static Card card(Group group, int count, List<Component> rows) {
        Card card = new Card(group.title()).count(Words.number(count));
        if (!group.description().isBlank()) {
            Text description = Text.second(group.description().strip());
            card.body(description.styled("whole", "small"));
        }
        return card.rows(rows.toArray(Component[]::new));
    }

    private Component row(Line line) {
        Span verb = new Span(line.verb());
        verb.addClassNames("verb", "v-" + verbClass(line.verb()));
        Div summary = new Div(
                verb,
                Text.mono(line.name()).styled("name"),
                Text.hint(line.summary()).styled("small", "clip"));
        summary.addClassName("line");
        if (line.deprecated()) {
            summary.add(new Badge(State.WARNING, "Deprecated"));
        }
        Branch branch = new Branch(summary);
        branch.addClassName("item");
        branch.whenOpened(() -> parts(line.id()));
        branch.addToggleListener(toggle -> {
            if (toggle.isFromClient()) {
                remember(toggle.isOpened() ? line.id() : "");
            }
        });
        if (line.id().equals(opened)) {
            branch.open();
            branch.getElement().executeJs("this.scrollIntoView({block: 'start'})");
        }
        return branch;
    }

    private Component parts(String id) {
        try {
            return item.apply(id)
                    .<Component>map(DefinitionParts::new)
                    .orElseGet(() -> Text.second("The definition has changed since, and no longer has this."));
        } catch (Refusal.InvalidInput refusal) {
            return Text.second(refusal.reason());
        }
    }

    private void remember(String id) {
        opened = id;
        QueryParameters query = id.isEmpty() ? QueryParameters.empty() : QueryParameters.of("at", id);
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(address, query));
    }

    /// The style class of a verb; those of other words share one.
    private static String verbClass(String verb) {
        return switch (verb.toLowerCase(Locale.ROOT)) {
            case "get", "head", "query", "subscribe", "receive" -> "read";
            case "post", "put", "patch", "mutation", "publish", "send", "rpc" -> "write";
            case "delete" -> "delete";
            default -> "other";
        };
    }
}
