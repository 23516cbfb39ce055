package dev.portico.search.web;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.search.FacetCount;
import dev.portico.search.Page;
import dev.portico.search.Reason;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What words find, as far as the reader may read it.
@RestController
@RequestMapping("/api/portico")
final class SearchController {

    private static final int MOST_FACETS = 20;

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    /// What the words find, best first. Without words, everything that `where` leaves.
    @GetMapping("/search")
    SearchJson find(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") Set<String> type,
            @RequestParam(required = false, defaultValue = "") String[] where,
            @RequestParam(defaultValue = "") Set<String> facet,
            @RequestParam(defaultValue = "0") @Min(0) int offset,
            @RequestParam(defaultValue = "25") @Min(0) @Max(100) int limit,
            Reader reader) {
        if (facet.size() > MOST_FACETS) {
            throw new Refusal.InvalidInput(
                    "search-facets",
                    "A search counts the values at " + MOST_FACETS + " paths at most, and " + facet.size()
                            + " are named by facet; ask for the others in another search");
        }
        SearchQuery query = new SearchQuery(
                        type, Where.filter(List.of(where)), text, List.of(), Page.from(offset, limit), !text.isBlank())
                .summaries();
        Results found = search.find(query, reader);
        List<String> paths = List.copyOf(facet);
        Map<String, List<FacetCount>> facets = paths.isEmpty() ? Map.of() : search.facets(query, paths, reader);
        return SearchJson.of(found, facets);
    }

    /// What the words typed so far may mean, best first.
    @GetMapping("/suggestions")
    List<SuggestionJson> suggest(
            @RequestParam String typed,
            @RequestParam(defaultValue = "") Set<String> type,
            @RequestParam(defaultValue = "8") @Min(1) @Max(50) int limit,
            Reader reader) {
        return search.suggest(typed, type, limit, reader).stream()
                .map(SuggestionJson::of)
                .toList();
    }

    /// Why a document is a hit for the words, most important first; empty where it is none.
    @GetMapping("/search/reasons")
    List<Reason> reasons(@RequestParam String text, @RequestParam String type, @RequestParam String id, Reader reader) {
        return search.reasons(text, type, id, reader);
    }
}
