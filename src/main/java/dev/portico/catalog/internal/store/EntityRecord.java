package dev.portico.catalog.internal.store;

import dev.portico.catalog.EntitySummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entity as its rows hold it.
///
/// @param summary    what lists show
/// @param json       its canonical JSON
/// @param statedEtag the etag that its descriptor states, or null
/// @param source     the name of the source that places it
/// @param location   the file that places it, `type:target`
/// @param viewUrl    where a person can look at that file, or null
/// @param lastRead   when the source last ran with success, or null
public record EntityRecord(
        EntitySummary summary,
        String json,
        @Nullable String statedEtag,
        String source,
        String location,
        @Nullable String viewUrl,
        @Nullable Instant lastRead) {}
