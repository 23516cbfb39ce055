package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Aside;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Facet;
import dev.portico.catalog.FacetValue;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.FacetGroup;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The filters beside the list, each value with how many entities it would leave.
final class FilterRail extends Aside {

    private final Map<Facet, FacetGroup> groups = new EnumMap<>(Facet.class);
    private final FacetGroup problems;
    private transient CatalogFilter filter = CatalogFilter.NONE;
    private transient EntityLabels owners = EntityLabels.NONE;

    FilterRail(Consumer<CatalogFilter> changed) {
        addClassName("rail");
        getElement().setAttribute("aria-label", "Filters");
        for (Facet facet : Facet.values()) {
            FacetGroup group = new FacetGroup(
                    Words.capital(facet.name().toLowerCase(Locale.ROOT)),
                    chosen -> changed.accept(filter.with(facet, chosen)));
            groups.put(facet, group);
            add(group);
        }
        problems = new FacetGroup("Problem", chosen -> changed.accept(filter.withProblems(!chosen.isEmpty())));
        add(problems);
    }

    /// Counts anew for a filter.
    void show(CatalogFilter newFilter, Catalog catalog, Reader reader) {
        filter = newFilter;
        groups.forEach((facet, group) -> {
            List<FacetValue> counted = catalog.facet(facet, filter.query(0, 0), reader);
            if (facet == Facet.OWNER) {
                owners = owners(counted, catalog, reader);
            }
            group.show(values(facet, counted), filter.chosen(facet));
        });
        long withProblems =
                catalog.find(filter.withProblems(true).query(0, 0), reader).matching();
        problems.show(
                List.of(new FacetGroup.Value("yes", "With problems", withProblems)),
                filter.problems() ? Set.of("yes") : Set.of());
    }

    private EntityLabels owners(List<FacetValue> counted, Catalog catalog, Reader reader) {
        Set<EntityRef> refs = new HashSet<>();
        counted.forEach(value -> refs.add(owner(value.value())));
        filter.owners().forEach(owner -> refs.add(owner(owner)));
        return EntityLabels.of(refs, catalog, reader);
    }

    private List<FacetGroup.Value> values(Facet facet, List<FacetValue> counted) {
        List<FacetGroup.Value> values = new ArrayList<>();
        for (FacetValue value : counted) {
            values.add(new FacetGroup.Value(key(facet, value.value()), label(facet, value.value()), value.count()));
        }
        for (String chosen : filter.chosen(facet)) {
            if (values.stream().noneMatch(value -> value.value().equals(chosen))) {
                values.add(new FacetGroup.Value(chosen, label(facet, chosen), 0));
            }
        }
        return values;
    }

    private static String key(Facet facet, String value) {
        return facet == Facet.KIND ? value.toLowerCase(Locale.ROOT) : value;
    }

    /// What a value is called on a screen.
    String label(Facet facet, String value) {
        return switch (facet) {
            case KIND -> EntityCells.kindWord(value);
            case LIFECYCLE -> Words.capital(value);
            case TYPE -> EntityCells.typeWord(value);
            case OWNER -> owners.of(owner(value));
        };
    }

    private static EntityRef owner(String value) {
        return EntityRef.parse(value, "group", EntityRef.DEFAULT_NAMESPACE);
    }
}
