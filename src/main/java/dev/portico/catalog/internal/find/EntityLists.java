package dev.portico.catalog.internal.find;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntityHit;
import dev.portico.catalog.EntityHits;
import dev.portico.catalog.EntityPage;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Facet;
import dev.portico.catalog.FacetValue;
import dev.portico.catalog.Stars;
import dev.portico.catalog.internal.store.StarRows;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.search.FacetCount;
import dev.portico.search.Filter;
import dev.portico.search.Hit;
import dev.portico.search.Json;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Reason;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The catalog's own lists, asked of the index.
@Component
public final class EntityLists {

    private static final int FACET_VALUES = 1_000;
    private static final Set<String> ENTITIES = Set.of(CatalogPermissions.ENTITY);

    private final Search search;
    private final StarRows stars;
    private final SpacePlaces spaces;
    private final JsonMapper json;

    EntityLists(Search search, StarRows stars, SpacePlaces spaces, JsonMapper json) {
        this.search = search;
        this.stars = stars;
        this.spaces = spaces;
        this.json = json;
    }

    /// A page of entities, with how many there are.
    public EntityPage page(CatalogQuery query, Reader reader) {
        Results found = search.find(
                new SearchQuery(
                                ENTITIES,
                                filter(query, null, reader),
                                query.text(),
                                orders(query),
                                Page.from(query.offset(), query.limit()),
                                false)
                        .summaries(),
                reader);
        long readable = search.find(
                        SearchQuery.list(CatalogPermissions.ENTITY, Filter.everything(), List.of(), Page.first(0)),
                        reader)
                .total();
        return new EntityPage(
                found.hits().stream().map(hit -> summary(hit.summary())).toList(), found.total(), readable);
    }

    /// What the words of a query find, best first, with the passages they were found in.
    public EntityHits hits(CatalogQuery query, Reader reader) {
        boolean words = !query.text().isEmpty();
        Results found = search.find(
                new SearchQuery(
                                ENTITIES,
                                filter(query, null, reader),
                                query.text(),
                                words ? List.of() : orders(query),
                                Page.from(query.offset(), query.limit()),
                                words)
                        .summaries(),
                reader);
        List<EntityHit> hits = found.hits().stream()
                .map(hit -> new EntityHit(summary(hit.summary()), hit.snippets()))
                .toList();
        return new EntityHits(hits, found.total(), found.loose());
    }

    /// Why an entity is a hit for words.
    public List<Reason> reasons(String text, EntityRef ref, Reader reader) {
        return search.reasons(text, CatalogPermissions.ENTITY, ref.toString(), reader);
    }

    /// Every entity that the query matches, in its order. Pages begin behind the last row, not at a number.
    public void each(CatalogQuery query, Reader reader, Consumer<EntitySummary> entity) {
        Page page = Page.first(CatalogQuery.MOST_ROWS);
        Results found;
        do {
            found = search.find(
                    new SearchQuery(ENTITIES, filter(query, null, reader), query.text(), orders(query), page, false)
                            .summaries(),
                    reader);
            found.hits().forEach(hit -> entity.accept(summary(hit.summary())));
            if (found.more()) {
                page = Page.after(found.hits().getLast().place(), CatalogQuery.MOST_ROWS);
            }
        } while (found.more());
    }

    /// The values of facets, counted, each without the query's own choice for it; most frequent first.
    public Map<Facet, List<FacetValue>> facets(Set<Facet> facets, CatalogQuery query, Reader reader) {
        Map<Facet, List<FacetValue>> counted = new EnumMap<>(Facet.class);
        Set<Facet> open = EnumSet.noneOf(Facet.class);
        for (Facet facet : facets) {
            if (query.chosen(facet).isEmpty()) {
                open.add(facet);
            } else {
                count(filter(query, facet, reader), Set.of(facet), query, reader, counted);
            }
        }
        if (!open.isEmpty()) {
            count(filter(query, null, reader), open, query, reader, counted);
        }
        return counted;
    }

    private void count(
            Filter filter, Set<Facet> facets, CatalogQuery query, Reader reader, Map<Facet, List<FacetValue>> counted) {
        List<String> paths = facets.stream().map(EntityLists::path).distinct().toList();
        SearchQuery asked = new SearchQuery(ENTITIES, filter, query.text(), List.of(), Page.first(0), false);
        Map<String, List<FacetCount>> found = search.facets(asked, paths, reader);
        for (Facet facet : facets) {
            List<FacetCount> counts = found.getOrDefault(path(facet), List.of());
            counted.put(facet, values(facet == Facet.SPACE ? spaces.counts(counts, reader) : plain(counts)));
        }
    }

    private static List<FacetValue> plain(List<FacetCount> counts) {
        return counts.stream()
                .map(count -> new FacetValue(count.value(), count.count()))
                .toList();
    }

    private static List<FacetValue> values(List<FacetValue> counts) {
        return counts.stream()
                .sorted(Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::value))
                .limit(FACET_VALUES)
                .toList();
    }

    /// Those of these entities that a query matches, by ref.
    public Map<EntityRef, EntitySummary> among(CatalogQuery query, Collection<EntityRef> refs, Reader reader) {
        Set<String> ids = refs.stream().map(EntityRef::toString).collect(Collectors.toSet());
        Filter both = new Filter.All(List.of(filter(query, null, reader), new Filter.Ids(ids)));
        SearchQuery asked = new SearchQuery(
                        ENTITIES, both, query.text(), List.of(), Page.first(CatalogQuery.MOST_ROWS), false)
                .summaries();
        Map<EntityRef, EntitySummary> found = new HashMap<>();
        search.find(asked, reader).hits().forEach(hit -> found.put(EntityRef.parse(hit.id()), summary(hit.summary())));
        return found;
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

    /// The titles of the spaces that the reader may see, by name.
    public Map<String, String> spaces(Reader reader) {
        return spaces.titles(reader);
    }

    /// The entities that the words typed so far may mean, best first.
    public List<EntitySummary> suggest(String typed, int limit, Reader reader) {
        return search.suggest(typed, ENTITIES, limit, reader).stream()
                .map(suggestion -> summary(suggestion.summary()))
                .toList();
    }

    private EntitySummary summary(Json summary) {
        return json.readValue(summary.bytes(), EntitySummary.class);
    }

    private Filter filter(CatalogQuery query, @Nullable Facet without, Reader reader) {
        List<Filter> parts = new ArrayList<>();
        if (query.starred()) {
            parts.add(new Filter.Ids(starred(reader)));
        }
        for (Facet facet : Facet.values()) {
            Set<String> values = query.chosen(facet);
            if (!values.isEmpty() && facet != without) {
                parts.add(facet == Facet.SPACE ? spaces.filter(values, reader) : new Filter.OneOf(path(facet), values));
            }
        }
        return new Filter.All(parts);
    }

    private Set<String> starred(Reader reader) {
        return reader.account() == null
                ? Set.of()
                : stars.list(reader.account(), Stars.MOST).stream()
                        .map(EntityRef::toString)
                        .collect(Collectors.toSet());
    }

    private static String path(Facet facet) {
        return switch (facet) {
            case KIND -> "kind";
            case TYPE -> "spec.type";
            case OWNER, SPACE -> SpacePlaces.OWNER;
            case LIFECYCLE -> "spec.lifecycle";
            case TAG -> "metadata.tags";
            case SYSTEM -> EntityFields.SYSTEM;
            case NAMESPACE -> "metadata.namespace";
            case PROBLEM -> EntityFields.PROBLEM;
        };
    }

    private static List<Order> orders(CatalogQuery query) {
        String path =
                switch (query.order()) {
                    case NAME -> EntityFields.LABEL;
                    case KIND -> "kind";
                    case TYPE -> "spec.type";
                    case OWNER -> "relations.ownedBy";
                    case SYSTEM -> EntityFields.SYSTEM;
                    case LIFECYCLE -> "spec.lifecycle";
                    case NAMESPACE -> "metadata.namespace";
                    case UPDATED -> EntityFields.UPDATED;
                };
        return List.of(new Order(path, query.descending(), Order.Absent.LAST));
    }
}
