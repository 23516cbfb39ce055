package dev.portico.search.web;

import dev.portico.search.Json;
import dev.portico.search.Suggestion;

/// A document that the words typed so far may mean.
///
/// @param summary what a list shows of it; its fields depend on the type
record SuggestionJson(String type, String id, Json summary) {

    static SuggestionJson of(Suggestion suggestion) {
        return new SuggestionJson(suggestion.type(), suggestion.id(), suggestion.summary());
    }
}
