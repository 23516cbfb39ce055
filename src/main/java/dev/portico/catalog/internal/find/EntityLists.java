package dev.portico.catalog.internal.find;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntityPage;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Facet;
import dev.portico.catalog.FacetValue;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.search.Filter;
import dev.portico.search.Hit;
import dev.portico.search.Json;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The catalog's own lists, asked of the index.
@Component
public final class EntityLists {

    private static final int FACET_VALUES = 200;
    private static final Set<String> ENTITIES = Set.of(CatalogPermissions.ENTITY);

    private final Search search;
    private final JsonMapper json;

    EntityLists(Search search, JsonMapper json) {
        this.search = search;
        this.json = json;
    }

    /// A page of entities, with how many there are.
    public EntityPage page(CatalogQuery query, Reader reader) {
        Results found = search.find(
                new SearchQuery(
                        ENTITIES,
                        filter(query, null),
                        query.text(),
                        orders(query),
                        Page.from(query.offset(), query.limit()),
                        false),
                reader);
        long readable = search.find(
                        SearchQuery.list(CatalogPermissions.ENTITY, Filter.everything(), List.of(), Page.first(0)),
                        reader)
                .total();
        return new EntityPage(
                found.hits().stream().map(hit -> summary(hit.summary())).toList(), found.total(), readable);
    }

    /// The values of a facet, counted, without the query's own choice for it; most frequent first.
    public List<FacetValue> facet(Facet facet, CatalogQuery query, Reader reader) {
        String path = path(facet);
        SearchQuery counted =
                new SearchQuery(ENTITIES, filter(query, facet), query.text(), List.of(), Page.first(0), false);
        return search.facets(counted, List.of(path), reader).getOrDefault(path, List.of()).stream()
                .map(count -> new FacetValue(count.value(), count.count()))
                .sorted(Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::value))
                .limit(FACET_VALUES)
                .toList();
    }

    /// The entities with these refs that may be read, by ref.
    public Map<EntityRef, EntitySummary> byRefs(Collection<EntityRef> refs, Reader reader) {
        List<String> ids = refs.stream().map(EntityRef::toString).distinct().toList();
        Map<EntityRef, EntitySummary> found = new HashMap<>();
        for (Hit hit : search.documents(CatalogPermissions.ENTITY, ids, reader).values()) {
            found.put(EntityRef.parse(hit.id()), summary(hit.summary()));
        }
        return found;
    }

    private EntitySummary summary(Json summary) {
        return json.readValue(summary.bytes(), EntitySummary.class);
    }

    private static Filter filter(CatalogQuery query, @Nullable Facet without) {
        List<Filter> parts = new ArrayList<>();
        oneOf(parts, Facet.KIND, query.kinds(), without);
        oneOf(parts, Facet.TYPE, query.types(), without);
        oneOf(parts, Facet.OWNER, query.owners(), without);
        oneOf(parts, Facet.LIFECYCLE, query.lifecycles(), without);
        if (query.problemsOnly()) {
            parts.add(new Filter.Exists(EntityFields.PROBLEMS));
        }
        return new Filter.All(parts);
    }

    private static void oneOf(List<Filter> parts, Facet facet, Set<String> values, @Nullable Facet without) {
        if (!values.isEmpty() && facet != without) {
            parts.add(new Filter.OneOf(path(facet), values));
        }
    }

    private static String path(Facet facet) {
        return switch (facet) {
            case KIND -> "kind";
            case TYPE -> "spec.type";
            case OWNER -> "relations.ownedBy";
            case LIFECYCLE -> "spec.lifecycle";
        };
    }

    private static List<Order> orders(CatalogQuery query) {
        String path =
                switch (query.order()) {
                    case NAME -> EntityFields.LABEL;
                    case TYPE -> "spec.type";
                    case OWNER -> "relations.ownedBy";
                    case LIFECYCLE -> "spec.lifecycle";
                    case UPDATED -> EntityFields.UPDATED;
                };
        return List.of(new Order(path, query.descending(), Order.Absent.LAST));
    }
}
