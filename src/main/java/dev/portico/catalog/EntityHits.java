package dev.portico.catalog;

import java.util.List;

/// A page of what words found.
///
/// @param items    the hits, best first
/// @param matching how many there are in all, of those the reader may read
/// @param loose    whether nothing matched as typed, so that the hits match in part or are spelled alike
public record EntityHits(List<EntityHit> items, long matching, boolean loose) {

    public EntityHits {
        items = List.copyOf(items);
    }
}
