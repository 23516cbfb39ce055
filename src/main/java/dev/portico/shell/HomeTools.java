package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import dev.portico.look.Actions;
import dev.portico.look.HomeCard;
import dev.portico.look.HomeCard.Place;
import dev.portico.look.Symbol;
import java.util.List;

/// The buttons that move a card and put it away.
final class HomeTools {

    private final Change change;

    HomeTools(Change change) {
        this.change = change;
    }

    /// Takes what was changed.
    @FunctionalInterface
    interface Change {

        /// @param layout the layout as it is now
        /// @param card   the card that was moved
        /// @param tool   the sign of the button that takes the focus
        /// @param said   what was done, for those who do not see it
        void made(HomeLayout layout, String card, Symbol tool, String said);
    }

    /// What can be done with a card in this layout.
    List<Component> of(HomeCard card, HomeLayout layout) {
        String id = card.id();
        String title = card.title();
        Place place = layout.place(id).orElse(Place.MAIN);
        List<String> column = layout.column(place);
        Button up = button(Symbol.ARROW_UP, "Move " + title + " up", () -> moved(card, layout, -1));
        up.setEnabled(column.indexOf(id) > 0);
        Button down = button(Symbol.ARROW_DOWN, "Move " + title + " down", () -> moved(card, layout, 1));
        down.setEnabled(column.indexOf(id) < column.size() - 1);
        return List.of(up, down, across(card, layout, place), hide(card, layout));
    }

    private Button across(HomeCard card, HomeLayout layout, Place place) {
        boolean wide = place == Place.MAIN;
        String column = wide ? "narrow" : "wide";
        HomeLayout changed = layout.with(card.id(), wide ? Place.SIDE : Place.MAIN);
        return button(
                wide ? Symbol.ARROW_RIGHT : Symbol.ARROW_LEFT,
                "Move " + card.title() + " to the " + column + " column",
                () -> change.made(
                        changed,
                        card.id(),
                        wide ? Symbol.ARROW_LEFT : Symbol.ARROW_RIGHT,
                        card.title() + " is now in the " + column + " column"));
    }

    private Button hide(HomeCard card, HomeLayout layout) {
        return button(
                Symbol.X,
                "Hide " + card.title(),
                () -> change.made(
                        layout.hiding(card.id()),
                        card.id(),
                        Symbol.PLUS,
                        card.title() + " is hidden; it can be added below"));
    }

    private void moved(HomeCard card, HomeLayout layout, int places) {
        HomeLayout changed = layout.moved(card.id(), places);
        List<String> column = changed.column(changed.place(card.id()).orElse(Place.MAIN));
        int at = column.indexOf(card.id());
        boolean stuck = places < 0 ? at == 0 : at == column.size() - 1;
        boolean up = places < 0 != stuck;
        change.made(
                changed,
                card.id(),
                up ? Symbol.ARROW_UP : Symbol.ARROW_DOWN,
                card.title() + " is now " + (at + 1) + " of " + column.size());
    }

    private static Button button(Symbol symbol, String name, Runnable action) {
        Button button = Actions.sign(symbol, name, action);
        ComponentUtil.setData(button, Symbol.class, symbol);
        return button;
    }
}
