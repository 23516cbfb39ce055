package dev.portico.api.backstage;

import dev.portico.search.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Text that has to be part of a value.
///
/// @param term   the text; empty for none
/// @param fields where to look for it; empty for the field that the list is ordered by, else `metadata.uid`
record FullText(String term, List<String> fields) {

    static final FullText NONE = new FullText("", List.of());

    FullText {
        term = term.strip();
        fields = List.copyOf(fields);
        Most.TEXT_FIELDS.check("fullTextFilterFields", fields);
    }

    Filter filter(@Nullable Sort sort) {
        if (fields.isEmpty()) {
            return new Filter.Contains(sort == null ? "metadata.uid" : sort.field(), term);
        }
        List<Filter> places = fields.stream()
                .<Filter>map(field -> new Filter.Contains(field, term))
                .toList();
        return places.size() == 1 ? places.getFirst() : new Filter.Any(places);
    }
}
