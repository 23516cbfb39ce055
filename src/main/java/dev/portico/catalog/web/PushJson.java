package dev.portico.catalog.web;

import dev.portico.catalog.Problem;
import dev.portico.catalog.SourceRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What became of descriptors that were pushed: the run, and what is wrong with them.
///
/// @param took     how long it took, until this node finds what was sent
/// @param problems at most 100, with file, line, column and remedy
record PushJson(
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
        List<Problem> problems) {

    PushJson {
        problems = List.copyOf(problems);
    }

    PushJson(SourceRun run, List<Problem> problems) {
        this(
                run.id(),
                run.trigger(),
                run.started(),
                run.took(),
                run.succeeded(),
                run.files(),
                run.unchanged(),
                run.created(),
                run.changed(),
                run.removed(),
                run.refused(),
                problems);
    }
}
