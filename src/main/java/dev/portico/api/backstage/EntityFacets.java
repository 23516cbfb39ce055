package dev.portico.api.backstage;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.kernel.Reader;
import dev.portico.search.FacetCount;
import dev.portico.search.Filter;
import dev.portico.search.Page;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// How many entities have which value where.
@Controller
@RequestMapping("/api/catalog/entity-facets")
final class EntityFacets {

    private final Search search;

    EntityFacets(Search search) {
        this.search = search;
    }

    @GetMapping
    void facets(Reader reader, HttpServletRequest http, HttpServletResponse response) throws IOException {
        Parameters query = Parameters.of(http, Set.of("facet", "filter"));
        answer(query.all("facet"), FilterText.parse(query.all("filter")), reader, response);
    }

    @PostMapping
    void postedFacets(Reader reader, HttpServletRequest http, HttpServletResponse response) throws IOException {
        Body body = Body.of(http, Set.of("facets", "query"));
        answer(body.texts("facets"), Predicate.parse(body.value("query")), reader, response);
    }

    private void answer(@Nullable List<String> facets, Filter filter, Reader reader, HttpServletResponse response)
            throws IOException {
        List<String> asked = facets == null
                ? List.of()
                : facets.stream().filter(facet -> !facet.isEmpty()).distinct().toList();
        if (asked.isEmpty()) {
            throw InputError.of("Missing facet parameter");
        }
        Most.FACETS.check("facets", asked);
        SearchQuery query = SearchQuery.list(CatalogPermissions.ENTITY, filter, List.of(), Page.first(0));
        Map<String, List<FacetCount>> counted = search.facets(query, asked, reader);
        Map<String, List<FacetCount>> ordered = new LinkedHashMap<>();
        asked.forEach(facet -> ordered.put(facet, counted.getOrDefault(facet, List.of())));
        Answer.send(Map.of("facets", ordered), response);
    }
}
