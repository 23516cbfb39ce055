package dev.portico.changes;

import java.util.List;

/// A row of the feed.
///
/// @param settled whether every row before it is known, so that its position may be remembered
public record FeedRow(FeedPosition position, String topic, List<String> keys, boolean settled) {

    public FeedRow {
        keys = List.copyOf(keys);
    }
}
