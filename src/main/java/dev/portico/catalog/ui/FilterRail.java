package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Aside;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Facet;
import dev.portico.catalog.FacetValue;
import dev.portico.look.FacetGroup;
import dev.portico.look.FacetGroups;
import dev.portico.look.SkipButton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The filters beside the list, each value with how many entities it would leave.
final class FilterRail extends Aside {

    /// How many values a group shows at most before it is opened.
    private static final int FIRST = 7;

    private final FacetGroups drawn = new FacetGroups();
    private final transient Map<Facet, FacetGroup> groups = new EnumMap<>(Facet.class);
    private final transient FacetWords words;
    private final transient Catalog catalog;
    private final transient Readers readers;
    private final transient Readers inSpace;
    private transient CatalogFilter filter = CatalogFilter.NONE;

    FilterRail(FacetWords words, Catalog catalog, Readers readers, Consumer<CatalogFilter> changed) {
        this.words = words;
        this.catalog = catalog;
        this.readers = readers;
        this.inSpace = InSpace.of(readers);
        addClassName("rail");
        getElement().setAttribute("aria-label", "Filters");
        add(new SkipButton("Skip the filters", "vaadin-grid"));
        for (Facet facet : Facet.values()) {
            FacetGroup group =
                    new FacetGroup(FacetWords.name(facet), chosen -> changed.accept(filter.with(facet, chosen)));
            group.whenOpened(() -> show(facet, group, catalog.facet(facet, filter.query(0, 0), inSpace.current())));
            groups.put(facet, group);
            drawn.add(group);
        }
        add(drawn);
    }

    /// Counts anew for a filter.
    void show(CatalogFilter newFilter) {
        filter = newFilter;
        words.forget();
        Map<Facet, List<FacetValue>> counted =
                catalog.facets(EnumSet.allOf(Facet.class), filter.query(0, 0), inSpace.current());
        groups.forEach((facet, group) -> show(facet, group, counted.getOrDefault(facet, List.of())));
        drawn.draw();
    }

    /// Remembers what stands in the address beside the choices, for the next choice to keep it.
    void keep(CatalogFilter newFilter) {
        filter = newFilter;
    }

    /// Of a group that is not opened, only what it shows is named and kept.
    private void show(Facet facet, FacetGroup group, List<FacetValue> counted) {
        Set<String> chosen = filter.chosen(facet);
        List<FacetValue> shown = group.isOpened() ? counted : first(facet, counted, chosen);
        Set<String> named = new LinkedHashSet<>(chosen);
        shown.forEach(value -> named.add(value.value()));
        words.learn(facet, named, readers.current());
        List<FacetGroup.Value> values = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (FacetValue value : shown) {
            String key = key(facet, value);
            present.add(key);
            values.add(new FacetGroup.Value(key, words.label(facet, value.value()), value.count()));
        }
        for (String value : chosen) {
            if (present.add(value)) {
                values.add(new FacetGroup.Value(value, words.label(facet, value), 0));
            }
        }
        boolean alone = (facet == Facet.NAMESPACE || facet == Facet.SPACE) && counted.size() == 1 && chosen.isEmpty();
        int gone = values.size() - shown.size();
        group.show(alone ? List.of() : values, counted.size() + gone, chosen);
    }

    private static List<FacetValue> first(Facet facet, List<FacetValue> counted, Set<String> chosen) {
        List<FacetValue> first = new ArrayList<>();
        for (FacetValue value : counted) {
            if (first.size() < FIRST || chosen.contains(key(facet, value))) {
                first.add(value);
            }
        }
        return first;
    }

    private static String key(Facet facet, FacetValue value) {
        return facet == Facet.KIND ? value.value().toLowerCase(Locale.ROOT) : value.value();
    }
}
