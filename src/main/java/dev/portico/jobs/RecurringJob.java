package dev.portico.jobs;

import java.time.Duration;

/// A bean that runs again and again, once for all nodes together.
public interface RecurringJob {

    /// The job's name, unique in the portal: `jobs.pruning`.
    String name();

    /// The time from the end of one run to the start of the next.
    Duration every();

    /// Does the job, on a virtual thread that may block. Whatever it throws is recorded as a failure.
    void run();
}
