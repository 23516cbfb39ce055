package dev.portico.api.backstage;

import static dev.portico.catalog.CatalogPermissions.ENTITY;

import dev.portico.kernel.Reader;
import dev.portico.search.Filter;
import dev.portico.search.Hit;
import dev.portico.search.Page;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Which Location entities led to an entity.
@Controller
final class EntityAncestry {

    private static final String ANNOTATIONS = "metadata.annotations.";

    private final Search search;

    EntityAncestry(Search search) {
        this.search = search;
    }

    @GetMapping("/api/catalog/entities/by-name/{kind}/{namespace}/{name}/ancestry")
    void ancestry(
            @PathVariable String kind,
            @PathVariable String namespace,
            @PathVariable String name,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        Hit root = EntityReads.named(kind, namespace, name, search, reader);
        Placement placed = Placement.of(root);
        List<Placement> locations = locations(placed.origin(), reader);
        Answer answer = new Answer().add("{\"rootEntityRef\":").value(root.id()).add(",\"items\":[");
        Set<String> seen = new HashSet<>(Set.of(root.id()));
        Deque<Placement> waiting = new ArrayDeque<>(List.of(placed));
        while (!waiting.isEmpty()) {
            Placement next = waiting.poll();
            List<String> parents = new ArrayList<>();
            for (Placement location : locations) {
                if (location.leadsTo(next)) {
                    parents.add(location.hit().id());
                    if (seen.add(location.hit().id())) {
                        waiting.add(location);
                    }
                }
            }
            answer.add("{\"entity\":").add(next.hit().json());
            answer.add(",\"parentEntityRefs\":").value(parents).add(waiting.isEmpty() ? "}" : "},");
        }
        answer.add("]}").send(response);
    }

    /// The Location entities that came from the same registered place.
    private List<Placement> locations(String origin, Reader reader) {
        Filter filter = new Filter.All(List.of(
                new Filter.OneOf("kind", "location"), new Filter.OneOf(ANNOTATIONS + Placement.ORIGIN, origin)));
        SearchQuery query = SearchQuery.list(ENTITY, filter, List.of(), Page.first(Page.MOST));
        return search.find(query, reader).hits().stream().map(Placement::of).toList();
    }
}
