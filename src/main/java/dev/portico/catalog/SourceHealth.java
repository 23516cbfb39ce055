package dev.portico.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A source and how it is doing.
///
/// @param definition what it reads and when
/// @param state      how it is doing
/// @param entities   how many entities it places
/// @param problems   how many problems its files and the relations of its entities have at present
/// @param failures   failed runs in a row; each one lengthens the pause before the next
/// @param lastRun    the last finished run, or null before the first
/// @param nextRun    when it runs next, or null where nothing is planned
public record SourceHealth(
        SourceDefinition definition,
        State state,
        long entities,
        int problems,
        int failures,
        @Nullable SourceRun lastRun,
        @Nullable Instant nextRun) {

    /// How a source is doing.
    public enum State {
        /// Has not run yet.
        NEW,
        /// Runs at this moment.
        RUNNING,
        /// The last run went well.
        HEALTHY,
        /// The last run went well, but documents were refused.
        PROBLEMS,
        /// The last run failed; what it brought before stays.
        FAILING
    }
}
