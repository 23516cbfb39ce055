package dev.portico.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A policy without its roles.
///
/// @param number      counts up with each draft that is begun
/// @param version     counts up with each change of a draft; whoever changes it names the one they saw
/// @param basedOn     the published policy that it began as; null for the first one
/// @param note        what it is for
/// @param changedBy   the subject of the reader who changed it last
/// @param publishedBy the subject of the reader who put it in force at first; null for a draft
public record PolicySummary(
        int number,
        State state,
        int version,
        @Nullable Integer basedOn,
        String note,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt) {

    /// What a policy is at the moment.
    public enum State {
        /// Not in force yet; it may be changed.
        DRAFT,
        /// In force.
        PUBLISHED,
        /// No longer in force; it may be put in force again.
        RETIRED
    }
}
