package dev.portico.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One run of a job.
///
/// @param ended null while it runs
/// @param error what went wrong, or null where nothing did
public record JobRun(
        String job,
        String key,
        String node,
        Instant started,
        @Nullable Instant ended,
        Outcome outcome,
        @Nullable String error) {

    /// How a run ended.
    public enum Outcome {
        /// It has not ended.
        RUNNING,
        /// It came to its end.
        SUCCEEDED,
        /// It threw.
        FAILED,
        /// Its node went away; the job was begun again.
        LOST
    }
}
