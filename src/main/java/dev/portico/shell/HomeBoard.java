package dev.portico.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Readers;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogNews;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.EmptyState;
import dev.portico.look.HomeCard;
import dev.portico.look.HomeCard.Place;
import dev.portico.look.LiveUpdates;
import dev.portico.look.Row;
import dev.portico.look.SpaceLens;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The cards of a home page in their two columns, and while it is customised the tools that move them and the list of
/// those that were put away. Moving a card does not load it again.
@Tag("div")
final class HomeBoard extends HtmlContainer {

    /// Cards ask much of the catalog, so they follow it with a pause.
    private static final Duration RARELY = Duration.ofSeconds(2);

    private final transient HomeCards cards;
    private final transient CatalogNews news;
    private final transient Readers readers;
    private final transient Map<String, HomeSlot> slots = new HashMap<>();
    private final transient Map<String, Button> adders = new HashMap<>();
    private final transient Runnable changed;
    private final Div columns = new Div();
    private final Div rest = new Div();
    private final Span said = new Span();
    private transient List<CatalogNews.Watch> watches = List.of();
    private boolean customising;

    /// @param news    tells what to read again
    /// @param changed told when the reader has laid out the cards anew
    HomeBoard(HomeCards cards, CatalogNews news, Readers readers, Runnable changed) {
        this.cards = cards;
        this.news = news;
        this.readers = readers;
        this.changed = changed;
        columns.addClassName("card-columns");
        said.addClassName("for-screen-readers");
        said.getElement().setAttribute("role", "status");
        add(said, columns, rest);
    }

    /// Shows the reader's layout.
    void show(boolean asCustomised) {
        customising = asCustomised;
        setClassName("customising", customising);
        show(cards.layout(readers.current()));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        watches = List.of(
                news.entities(following(ui, CatalogEvents.ENTITIES)),
                news.stars(following(ui, CatalogEvents.STARS)),
                news.sources(following(ui, CatalogEvents.SOURCES)));
    }

    private LivePage following(UI ui, String topic) {
        return new LivePage(new LiveUpdates(
                ui, changes -> renew(slot -> slot.card().follows().contains(topic)), RARELY));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watches.forEach(CatalogNews.Watch::end);
        watches = List.of();
    }

    /// Reads all cards again.
    void renew() {
        renew(slot -> true);
    }

    private void renew(Predicate<HomeSlot> which) {
        Reader reader = seen();
        slots.values().stream().filter(HomeSlot::isAttached).filter(which).forEach(slot -> slot.renew(reader));
    }

    /// Who reads the cards: the reader, narrowed to the space that the page looks at.
    private Reader seen() {
        return SpaceLens.of(UI.getCurrent()).through(readers.current());
    }

    /// Goes back to the layout that the reader's role begins with.
    void reset() {
        show(cards.reset(readers.current()));
        said.setText("The layout is as it came");
    }

    private void show(HomeLayout layout) {
        columns.removeAll();
        rest.removeAll();
        adders.clear();
        HomeTools tools = new HomeTools(this::change);
        for (Place place : Place.values()) {
            Div column = new Div();
            column.addClassName("cards");
            for (String id : layout.column(place)) {
                HomeSlot slot = slot(id);
                slot.tools(customising ? tools.of(slot.card(), layout) : List.of());
                column.add(slot);
            }
            columns.add(column);
        }
        if (customising) {
            rest.add(hidden(layout));
        } else if (layout.main().isEmpty() && layout.side().isEmpty()) {
            rest.add(new EmptyState("You have put every card away", "Add those that you want to see here.")
                    .actions(Actions.link("Add cards", HomeView.CUSTOMISED)));
        }
    }

    private HomeSlot slot(String id) {
        @Nullable HomeSlot present = slots.get(id);
        if (present == null) {
            present = new HomeSlot(cards.card(id), seen());
            slots.put(id, present);
        }
        return present;
    }

    private void change(HomeLayout layout, String card, Symbol tool, String what) {
        cards.keep(layout, readers.current());
        show(layout);
        said.setText(what);
        if (tool == Symbol.PLUS) {
            adders.getOrDefault(card, new Button()).focus();
        } else {
            slot(card).focus(tool);
        }
        changed.run();
    }

    private Component hidden(HomeLayout layout) {
        Card card =
                new Card("Hidden cards").count(String.valueOf(layout.hidden().size()));
        if (layout.hidden().isEmpty()) {
            return card.body(Text.second("None. Cards that you hide are listed here."));
        }
        List<HomeCard> away = cards.offered(readers.current()).stream()
                .filter(each -> layout.hidden().contains(each.id()))
                .toList();
        return card.rows(away.stream().map(each -> add(each, layout)).toArray(Component[]::new));
    }

    private Component add(HomeCard card, HomeLayout layout) {
        Span name = new Span(card.title());
        name.addClassName("strong");
        Div words = new Div(name, Text.second(card.about()));
        words.addClassNames("col", "tight", "grow");
        Button add = Actions.plain(
                "Add",
                Symbol.PLUS,
                () -> change(
                        layout.with(card.id(), card.place()), card.id(), Symbol.X, card.title() + " is shown again"));
        add.setAriaLabel("Add " + card.title());
        adders.put(card.id(), add);
        return Row.item(words, add);
    }
}
