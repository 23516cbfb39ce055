package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.Facet;
import dev.portico.catalog.FacetValue;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.EmptyState;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the search page says before anything is asked: what can be found, with examples that find something.
final class SearchStart {

    private static final int OF_EACH = 3;

    private SearchStart() {}

    /// Words that find something: the systems, tags and types of most entities. Two questions to the
    /// index.
    static List<String> examples(Catalog catalog, Reader reader) {
        Map<Facet, List<FacetValue>> counted =
                catalog.facets(EnumSet.of(Facet.TAG, Facet.SYSTEM, Facet.TYPE), CatalogQuery.everything(), reader);
        List<EntityRef> systems = counted.getOrDefault(Facet.SYSTEM, List.of()).stream()
                .limit(OF_EACH)
                .flatMap(value -> EntityLabels.ref(value.value()).stream())
                .toList();
        Map<EntityRef, String> titles = catalog.labels(systems, reader);
        Set<String> examples = new LinkedHashSet<>();
        systems.forEach(system -> examples.add(titles.getOrDefault(system, system.name())));
        counted.getOrDefault(Facet.TAG, List.of()).stream().limit(OF_EACH).forEach(tag -> examples.add(tag.value()));
        counted.getOrDefault(Facet.TYPE, List.of()).stream().limit(OF_EACH).forEach(type -> examples.add(type.value()));
        return examples.stream().limit(2 * OF_EACH).toList();
    }

    static EmptyState show(List<String> examples) {
        EmptyState start = new EmptyState(
                "Search the catalog",
                "Names, titles, descriptions, tags, owners and what API definitions say. Misspelled words are forgiven.");
        if (!examples.isEmpty()) {
            Div words = new Div(new H3("Try"));
            words.addClassName("meant");
            examples.forEach(example ->
                    words.add(new Anchor(SearchAddress.first(CatalogFilter.NONE.withText(example)), example)));
            start.add(words);
        }
        return start;
    }
}
