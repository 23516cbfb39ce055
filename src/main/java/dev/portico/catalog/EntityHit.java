package dev.portico.catalog;

import dev.portico.search.Snippet;
import java.util.List;

/// An entity that words found.
///
/// @param entity   its row
/// @param snippets the passages that the words were found in, best first; empty where nothing was looked for
public record EntityHit(EntitySummary entity, List<Snippet> snippets) {

    public EntityHit {
        snippets = List.copyOf(snippets);
    }
}
