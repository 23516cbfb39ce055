package dev.portico.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an entity said during some time.
///
/// @param validFrom since when
/// @param validTo   until when, or null if it still does
/// @param json      its descriptor as canonical JSON
/// @param source    the name of the source that brought it; null where it is not known or gone
/// @param trigger   why that source ran, as in [SourceRun]; null where it is not known
/// @param version   the version that was read, such as a commit; null where there is none
public record Revision(
        Instant validFrom,
        @Nullable Instant validTo,
        String json,
        @Nullable String source,
        @Nullable String trigger,
        @Nullable String version) {}
