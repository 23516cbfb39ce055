package dev.portico.api.backstage;

import static dev.portico.catalog.CatalogPermissions.ENTITY;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.search.Filter;
import dev.portico.search.Hit;
import dev.portico.search.Json;
import dev.portico.search.Page;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Single entities: by name, by uid, by refs.
@Controller
@RequestMapping("/api/catalog/entities")
final class EntityReads {

    private final Search search;

    EntityReads(Search search) {
        this.search = search;
    }

    @GetMapping("/by-name/{kind}/{namespace}/{name}")
    void byName(
            @PathVariable String kind,
            @PathVariable String namespace,
            @PathVariable String name,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        Answer.send(named(kind, namespace, name, search, reader).json(), response);
    }

    @GetMapping("/by-uid/{uid}")
    void byUid(@PathVariable String uid, Reader reader, HttpServletResponse response) throws IOException {
        SearchQuery query = SearchQuery.list(ENTITY, new Filter.OneOf("metadata.uid", uid), List.of(), Page.first(1));
        List<Hit> hits = search.find(query, reader).hits();
        if (hits.isEmpty()) {
            throw new Refusal.NotFound("entity-unknown", "No entity with uid " + uid);
        }
        Answer.send(hits.getFirst().json(), response);
    }

    @PostMapping("/by-refs")
    void byRefs(Reader reader, HttpServletRequest http, HttpServletResponse response) throws IOException {
        Parameters query = Parameters.of(http, Set.of("filter"));
        Body body = Body.of(http, Set.of("entityRefs", "fields", "query"));
        List<String> refs = body.texts("entityRefs");
        if (refs == null) {
            throw InputError.of("Malformed request body, it needs entityRefs");
        }
        if (refs.size() > Page.MOST) {
            throw InputError.of("Malformed request body, it has more than " + Page.MOST + " entityRefs");
        }
        Fields fields = Fields.of(body.texts("fields"));
        Filter filter = both(FilterText.parse(query.all("filter")), Predicate.parse(body.value("query")));
        List<String> ids = refs.stream().map(EntityReads::id).toList();
        Map<String, Hit> found = found(Set.copyOf(ids), filter, reader);
        List<@Nullable Json> items = new ArrayList<>(ids.size());
        ids.forEach(id -> items.add(json(found.get(id), fields)));
        new Answer().add("{\"items\":").items(items).add("}").send(response);
    }

    /// The entity of that name.
    static Hit named(String kind, String namespace, String name, Search search, Reader reader) {
        String id = (kind + ':' + namespace + '/' + name).toLowerCase(Locale.ROOT);
        return search.document(ENTITY, id, reader)
                .orElseThrow(() -> new Refusal.NotFound(
                        "entity-unknown",
                        "No entity named '" + name + "' found, with kind '" + kind + "' in namespace '" + namespace
                                + "'"));
    }

    private Map<String, Hit> found(Set<String> ids, Filter filter, Reader reader) {
        if (filter.equals(Filter.everything())) {
            return search.documents(ENTITY, ids, reader);
        }
        Filter wanted = new Filter.All(List.of(new Filter.Ids(ids), filter));
        return search.find(SearchQuery.list(ENTITY, wanted, List.of(), Page.first(ids.size())), reader).hits().stream()
                .collect(Collectors.toMap(Hit::id, hit -> hit));
    }

    private static Filter both(Filter one, Filter other) {
        if (one.equals(Filter.everything())) {
            return other;
        }
        return other.equals(Filter.everything()) ? one : new Filter.All(List.of(one, other));
    }

    private static @Nullable Json json(@Nullable Hit hit, Fields fields) {
        return hit == null ? null : fields.keep(hit.json());
    }

    /// The id of a ref, whose namespace may be left out; a text that is no ref is the id of nothing.
    private static String id(String ref) {
        String lower = ref.strip().toLowerCase(Locale.ROOT);
        int colon = lower.indexOf(':');
        return colon > 0 && lower.indexOf('/') < 0
                ? lower.substring(0, colon + 1) + "default/" + lower.substring(colon + 1)
                : lower;
    }
}
