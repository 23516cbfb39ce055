package dev.portico.catalog.internal;

import dev.portico.access.things.ThingValues;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Facet;
import dev.portico.catalog.FacetValue;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What entities say of themselves, for whoever writes a condition about them.
@Component
final class CatalogValues implements ThingValues {

    private final Catalog catalog;

    CatalogValues(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<String> values(Reader reader, Property property) {
        Facet facet =
                switch (property) {
                    case KIND -> Facet.KIND;
                    case TYPE -> Facet.TYPE;
                    case LIFECYCLE -> Facet.LIFECYCLE;
                    case NAMESPACE -> Facet.NAMESPACE;
                    case TAG -> Facet.TAG;
                };
        return catalog.facet(facet, CatalogQuery.everything(), reader).stream()
                .map(FacetValue::value)
                .toList();
    }

    @Override
    public List<String> refs(Reader reader, String kind, String typed, int limit) {
        Map<Facet, Set<String>> chosen = kind.isEmpty() ? Map.of() : Map.of(Facet.KIND, Set.of(kind));
        CatalogQuery query = new CatalogQuery(typed, chosen, CatalogQuery.Order.NAME, false, 0, limit);
        return catalog.find(query, reader).items().stream()
                .map(EntitySummary::ref)
                .map(Object::toString)
                .toList();
    }

    @Override
    public Map<EntityRef, String> names(Reader reader, Collection<EntityRef> refs) {
        return catalog.labels(refs, reader);
    }
}
