package dev.portico.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an entity said during some time.
///
/// @param validFrom since when
/// @param validTo   until when, or null if it still does
/// @param json      its descriptor as canonical JSON
public record Revision(Instant validFrom, @Nullable Instant validTo, String json) {}
