package dev.portico.search;

import java.util.List;

/// A document that was found.
///
/// @param type     its type
/// @param id       its id
/// @param json     the document, as its module gave it; [Json#NOTHING] where summaries alone were asked for
/// @param summary  what a list shows of it, as its module gave it
/// @param place    where it stands in the list
/// @param snippets the passages that the words were found in, best first; empty where none was asked for
public record Hit(String type, String id, Json json, Json summary, Place place, List<Snippet> snippets) {
    public Hit {
        snippets = List.copyOf(snippets);
    }
}
