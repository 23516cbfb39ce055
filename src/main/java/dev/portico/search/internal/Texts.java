package dev.portico.search.internal;

import dev.portico.search.Json;
import dev.portico.search.sources.DocumentText;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A document's texts as they are kept beside it, for snippets and reasons.
final class Texts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<DocumentText>> LIST = new TypeReference<>() {};

    private Texts() {}

    static Json write(List<DocumentText> texts) {
        return Json.of(JSON.writeValueAsBytes(texts));
    }

    static List<DocumentText> read(byte[] bytes, int offset, int length) {
        return JSON.readerFor(LIST).readValue(bytes, offset, length);
    }
}
