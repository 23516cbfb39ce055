package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.portico.catalog.Facet;
import dev.portico.look.Actions;
import dev.portico.look.Chip;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The filters in force, one chip each; a chip is a link to the list without it.
final class FilterChips {

    private static final int MOST = 4;

    private FilterChips() {}

    /// Shows them in place of those that a line showed before.
    static void show(
            Div line,
            CatalogFilter filter,
            BiFunction<Facet, String, String> label,
            Function<CatalogFilter, String> address) {
        line.addClassName("chips");
        line.removeAll();
        line.add(of(filter, label, address));
    }

    /// @param label   what a value is called
    /// @param address where a filter is in force
    static List<Component> of(
            CatalogFilter filter, BiFunction<Facet, String, String> label, Function<CatalogFilter, String> address) {
        List<Component> chips = new ArrayList<>();
        if (filter.starred()) {
            chips.add(new Chip("Starred", address.apply(filter.withStarred(false))));
        }
        for (Facet facet : Facet.values()) {
            Set<String> chosen = filter.chosen(facet);
            String name = FacetWords.name(facet);
            if (chosen.size() > MOST) {
                chips.add(
                        new Chip(name + ": " + chosen.size() + " chosen", address.apply(filter.with(facet, Set.of()))));
            } else {
                for (String value : chosen) {
                    chips.add(new Chip(
                            name + ": " + label.apply(facet, value), address.apply(without(filter, facet, value))));
                }
            }
        }
        if (chips.size() > 1) {
            chips.add(Actions.link("Clear all", address.apply(filter.cleared())));
        }
        return chips;
    }

    private static CatalogFilter without(CatalogFilter filter, Facet facet, String value) {
        Set<String> rest = new TreeSet<>(filter.chosen(facet));
        rest.remove(value);
        return filter.with(facet, rest);
    }
}
