package dev.portico.search;

import java.util.List;

/// A page of hits.
///
/// @param hits  in the order asked for
/// @param total how many documents match in all, of those the reader may read
/// @param more  whether there are hits beyond this page, in the direction of the page
/// @param loose whether nothing matched as typed, so that the hits match in part or are spelled alike
public record Results(List<Hit> hits, long total, boolean more, boolean loose) {
    public Results {
        hits = List.copyOf(hits);
    }
}
