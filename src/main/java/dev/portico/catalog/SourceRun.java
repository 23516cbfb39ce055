package dev.portico.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run of a source, finished.
///
/// @param id         the run's id
/// @param trigger    why it ran: `schedule`, `refresh` (somebody asked for it), `webhook`, `push`, `upload`
/// @param started    when it began
/// @param took       how long it took
/// @param succeeded  whether the source could be read; single bad documents do not make a run fail
/// @param files      files seen
/// @param unchanged  files that were as before, and so were not read again
/// @param created    entities that are new
/// @param changed    entities that read differently now
/// @param removed    entities that the source no longer places
/// @param refused    documents that are refused, each with a problem, those of unchanged files among them
/// @param version    the version read, such as a commit, where the source has one
/// @param error      why the run failed, in a sentence, or null
public record SourceRun(
        UUID id,
        String trigger,
        Instant started,
        Duration took,
        boolean succeeded,
        int files,
        int unchanged,
        int created,
        int changed,
        int removed,
        int refused,
        @Nullable String version,
        @Nullable String error) {

    /// The same run, having taken so long.
    public SourceRun lasting(Duration whole) {
        return new SourceRun(
                id, trigger, started, whole, succeeded, files, unchanged, created, changed, removed, refused, version,
                error);
    }
}
