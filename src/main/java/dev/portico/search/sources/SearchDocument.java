package dev.portico.search.sources;

import dev.portico.search.Json;
import java.util.List;

/// What the index keeps of a thing.
///
/// @param id      the thing's id, unique within its type
/// @param json    the thing, given out as it is
/// @param summary what a list shows of it, given out as it is
/// @param fields  its values by path, for filters, facets, orders and rights
/// @param texts   what people search by words
public record SearchDocument(String id, Json json, Json summary, List<DocumentField> fields, List<DocumentText> texts) {

    public SearchDocument {
        fields = List.copyOf(fields);
        texts = List.copyOf(texts);
    }
}
