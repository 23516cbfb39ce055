package dev.portico.api.backstage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.kernel.Reader;
import dev.portico.search.Hit;
import dev.portico.search.Page;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import dev.portico.search.Snippet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Backstage's search over the catalog's documents.
@Controller
final class DocumentSearch {

    private final Search search;

    DocumentSearch(Search search) {
        this.search = search;
    }

    @GetMapping("/api/search/query")
    void query(Reader reader, HttpServletRequest http, HttpServletResponse response) throws IOException {
        SearchParameters asked = SearchParameters.of(http);
        Results found = search.find(
                new SearchQuery(
                        Set.of(CatalogPermissions.ENTITY),
                        asked.filter(),
                        asked.term(),
                        List.of(),
                        Page.from(asked.offset(), asked.limit()),
                        !asked.term().isBlank()),
                reader);
        String tag = tag();
        List<ResultJson> results = new ArrayList<>(found.hits().size());
        for (Hit hit : found.hits()) {
            int rank = asked.offset() + results.size() + 1;
            CatalogDocument document = CatalogDocument.of(hit.json());
            results.add(new ResultJson(CatalogDocument.TYPE, document, highlight(hit.snippets(), document, tag), rank));
        }
        String next = found.more() ? SearchParameters.cursor(asked.page() + 1) : null;
        String previous = asked.page() > 0 ? SearchParameters.cursor(asked.page() - 1) : null;
        Answer.send(new ResultsJson(results, next, previous, found.total()), response);
    }

    /// The first passage of the document's title, and the first one of its text. What was found elsewhere in the
    /// entity is in neither, so it is not shown as if it were.
    private static @Nullable HighlightJson highlight(List<Snippet> snippets, CatalogDocument document, String tag) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Snippet snippet : snippets) {
            @Nullable String field = field(snippet, document);
            if (field != null) {
                fields.putIfAbsent(field, marked(snippet, tag));
            }
        }
        return fields.isEmpty() ? null : new HighlightJson('<' + tag + '>', "</" + tag + '>', fields);
    }

    /// The field that a passage is from; null where it is from none.
    private static @Nullable String field(Snippet snippet, CatalogDocument document) {
        String passage = snippet.parts().stream().map(Snippet.Part::text).collect(Collectors.joining());
        return switch (snippet.label()) {
            case "title" -> "title";
            case "name" -> document.title().equals(passage) ? "title" : null;
            case "description" -> "text";
            case "display name", "e-mail address" -> document.text().contains(passage) ? "text" : null;
            default -> null;
        };
    }

    private static String marked(Snippet snippet, String tag) {
        StringBuilder text = new StringBuilder();
        for (Snippet.Part part : snippet.parts()) {
            if (part.found()) {
                text.append('<').append(tag).append('>').append(part.text());
                text.append("</").append(tag).append('>');
            } else {
                text.append(part.text());
            }
        }
        return text.toString();
    }

    /// What surrounds found words: nothing that a document could hold by intent.
    private static String tag() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /// @param numberOfResults how many there are on all pages
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResultsJson(
            List<ResultJson> results,
            @Nullable String nextPageCursor,
            @Nullable String previousPageCursor,
            long numberOfResults) {}

    /// @param rank the place among all results, from 1
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResultJson(
            String type, CatalogDocument document, @Nullable HighlightJson highlight, int rank) {}

    record HighlightJson(String preTag, String postTag, Map<String, String> fields) {}
}
