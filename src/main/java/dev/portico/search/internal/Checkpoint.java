package dev.portico.search.internal;

import dev.portico.changes.FeedPosition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a commit of the index remembers: up to where it holds what the change feed told.
///
/// @param feed     whose positions these are
/// @param position everything before is in the index
/// @param at       when that was so
/// @param shape    what the documents were made of; an index of another shape is built anew
record Checkpoint(UUID feed, FeedPosition position, Instant at, String shape) {

    Map<String, String> toCommit() {
        return Map.of(
                "feed", feed.toString(),
                "transaction", Long.toString(position.transaction()),
                "row", Long.toString(position.row()),
                "at", at.toString(),
                "shape", shape);
    }

    /// What a commit remembers; empty where it was never complete.
    static Optional<Checkpoint> of(Map<String, String> commit) {
        String shape = commit.get("shape");
        if (shape == null) {
            return Optional.empty();
        }
        return Optional.of(new Checkpoint(
                UUID.fromString(commit.get("feed")),
                new FeedPosition(Long.parseLong(commit.get("transaction")), Long.parseLong(commit.get("row"))),
                Instant.parse(commit.get("at")),
                shape));
    }
}
