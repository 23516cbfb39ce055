package dev.portico.shell;

import dev.portico.look.HomeCard.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Which cards stand where on a home page.
///
/// @param main   the cards of the wide column, from the top
/// @param side   the cards of the narrow column, from the top
/// @param hidden the cards that were put away; what is in none of the three has come since
record HomeLayout(List<String> main, List<String> side, List<String> hidden) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    HomeLayout {
        Set<String> seen = new LinkedHashSet<>();
        main = main.stream().filter(seen::add).toList();
        side = side.stream().filter(seen::add).toList();
        hidden = hidden.stream().filter(seen::add).toList();
    }

    /// The layout that a text keeps; empty where it keeps none.
    static Optional<HomeLayout> read(String json) {
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try {
            Kept kept = JSON.readValue(json, Kept.class);
            return Optional.of(new HomeLayout(of(kept.main), of(kept.side), of(kept.hidden)));
        } catch (JacksonException other) {
            return Optional.empty();
        }
    }

    /// The text that keeps this layout.
    String json() {
        return JSON.writeValueAsString(this);
    }

    /// The cards of a column, from the top.
    List<String> column(Place place) {
        return place == Place.MAIN ? main : side;
    }

    /// Where a card stands; empty where it does not.
    Optional<Place> place(String card) {
        return main.contains(card)
                ? Optional.of(Place.MAIN)
                : side.contains(card) ? Optional.of(Place.SIDE) : Optional.empty();
    }

    /// The same with the card so many places further down its column, as far as that goes.
    HomeLayout moved(String card, int places) {
        return new HomeLayout(moved(main, card, places), moved(side, card, places), hidden);
    }

    /// The same with the card at the end of that column, wherever it was.
    HomeLayout with(String card, Place place) {
        HomeLayout rest = without(card);
        return place == Place.MAIN
                ? new HomeLayout(plus(rest.main, card), rest.side, rest.hidden)
                : new HomeLayout(rest.main, plus(rest.side, card), rest.hidden);
    }

    /// The same with the card put away.
    HomeLayout hiding(String card) {
        HomeLayout rest = without(card);
        return new HomeLayout(rest.main, rest.side, plus(rest.hidden, card));
    }

    private HomeLayout without(String card) {
        return new HomeLayout(minus(main, card), minus(side, card), minus(hidden, card));
    }

    private static List<String> moved(List<String> column, String card, int places) {
        int at = column.indexOf(card);
        if (at < 0) {
            return column;
        }
        List<String> changed = new ArrayList<>(column);
        changed.remove(at);
        changed.add(Math.clamp(at + places, 0, changed.size()), card);
        return changed;
    }

    private static List<String> plus(List<String> column, String card) {
        List<String> changed = new ArrayList<>(column);
        changed.add(card);
        return changed;
    }

    private static List<String> minus(List<String> column, String card) {
        return column.stream().filter(other -> !other.equals(card)).toList();
    }

    private static List<String> of(@Nullable List<String> column) {
        return column == null ? List.of() : column;
    }

    private record Kept(
            @Nullable List<String> main,
            @Nullable List<String> side,
            @Nullable List<String> hidden) {}
}
