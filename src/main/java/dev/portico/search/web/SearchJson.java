package dev.portico.search.web;

import dev.portico.search.FacetCount;
import dev.portico.search.Hit;
import dev.portico.search.Json;
import dev.portico.search.Results;
import dev.portico.search.Snippet;
import java.util.List;
import java.util.Map;

/// What words found.
///
/// @param total  how many documents there are in all
/// @param more   whether there are hits beyond this page
/// @param loose  whether nothing matched as typed, so that the hits match in part or are spelled alike
/// @param facets for each path asked, its values with counts over all hits
record SearchJson(List<HitJson> hits, long total, boolean more, boolean loose, Map<String, List<FacetCount>> facets) {

    static SearchJson of(Results found, Map<String, List<FacetCount>> facets) {
        return new SearchJson(
                found.hits().stream().map(HitJson::of).toList(), found.total(), found.more(), found.loose(), facets);
    }

    /// @param type     the document's type
    /// @param id       its id within the type
    /// @param summary  what a list shows of it; its fields depend on the type
    /// @param snippets the passages that the words were found in
    record HitJson(String type, String id, Json summary, List<Snippet> snippets) {

        static HitJson of(Hit hit) {
            return new HitJson(hit.type(), hit.id(), hit.summary(), hit.snippets());
        }
    }
}
