package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Aside;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Facet;
import dev.portico.catalog.FacetValue;
import dev.portico.look.FacetGroup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// The filters beside the list, each value with how many entities it would leave.
final class FilterRail extends Aside {

    /// How many values a group shows at most before it is opened.
    private static final int FIRST = 7;

    private final Map<Facet, FacetGroup> groups = new EnumMap<>(Facet.class);
    private final transient FacetWords words;
    private final transient Catalog catalog;
    private final transient Readers readers;
    private transient Map<Facet, List<FacetValue>> counted = Map.of();
    private transient CatalogFilter filter = CatalogFilter.NONE;

    FilterRail(FacetWords words, Catalog catalog, Readers readers, Consumer<CatalogFilter> changed) {
        this.words = words;
        this.catalog = catalog;
        this.readers = readers;
        addClassName("rail");
        getElement().setAttribute("aria-label", "Filters");
        for (Facet facet : Facet.values()) {
            FacetGroup group =
                    new FacetGroup(FacetWords.name(facet), chosen -> changed.accept(filter.with(facet, chosen)));
            group.whenOpened(() -> {
                learn(facet, true);
                show(facet, group);
            });
            groups.put(facet, group);
            add(group);
        }
    }

    /// Counts anew for a filter.
    void show(CatalogFilter newFilter) {
        filter = newFilter;
        words.forget();
        counted = catalog.facets(EnumSet.allOf(Facet.class), filter.query(0, 0), readers.current());
        groups.forEach((facet, group) -> {
            learn(facet, group.isOpened());
            show(facet, group);
        });
    }

    /// Remembers what stands in the address beside the choices, for the next choice to keep it.
    void keep(CatalogFilter newFilter) {
        filter = newFilter;
    }

    private void learn(Facet facet, boolean all) {
        List<String> values = new ArrayList<>(filter.chosen(facet));
        counted.getOrDefault(facet, List.of()).stream()
                .limit(all ? Long.MAX_VALUE : FIRST)
                .forEach(value -> values.add(value.value()));
        words.learn(facet, values, readers.current());
    }

    private void show(Facet facet, FacetGroup group) {
        List<FacetGroup.Value> values = new ArrayList<>();
        for (FacetValue value : counted.getOrDefault(facet, List.of())) {
            String key = facet == Facet.KIND ? value.value().toLowerCase(Locale.ROOT) : value.value();
            values.add(new FacetGroup.Value(key, words.label(facet, value.value()), value.count()));
        }
        for (String chosen : filter.chosen(facet)) {
            if (values.stream().noneMatch(value -> value.value().equals(chosen))) {
                values.add(new FacetGroup.Value(chosen, words.label(facet, chosen), 0));
            }
        }
        boolean alone = facet == Facet.NAMESPACE && values.size() == 1;
        group.show(alone && filter.chosen(facet).isEmpty() ? List.of() : values, filter.chosen(facet));
    }
}
