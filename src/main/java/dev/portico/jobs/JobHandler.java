package dev.portico.jobs;

import java.time.Instant;
import java.util.Optional;

/// A bean that does a job, for one key at a time. Different keys run side by side, on any node.
public interface JobHandler {

    /// The job's name, unique in the portal: `catalog.source`.
    String name();

    /// Does the job for the key, on a virtual thread that may block. It may run twice for one request, when a node
    /// dies in between. Whatever it throws is recorded as a failure, and the job is tried again: after ten seconds
    /// first, after an hour at most.
    ///
    /// @return when to run again for this key; empty for not until it is asked for
    Optional<Instant> run(String key);
}
