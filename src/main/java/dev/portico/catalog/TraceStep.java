package dev.portico.catalog;

import org.jspecify.annotations.Nullable;

/// One thing that a trace found.
///
/// @param finding  what it is
/// @param sentence the same as a sentence for people
/// @param action   what this reader can do about it, or null where there is nothing to do
public record TraceStep(
        TraceFinding finding, String sentence, @Nullable TraceAction action) {}
