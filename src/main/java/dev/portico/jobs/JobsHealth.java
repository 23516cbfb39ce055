package dev.portico.jobs;

import java.util.List;

/// How the jobs are doing, over all nodes.
///
/// @param running how many run at this moment
/// @param waiting how many wait for their time
/// @param overdue how many should have begun more than a minute ago
/// @param failing those whose last run failed, the most persistent first; 100 at most
public record JobsHealth(long running, long waiting, long overdue, List<Failing> failing) {

    public JobsHealth {
        failing = List.copyOf(failing);
    }

    /// A job whose last run failed.
    ///
    /// @param failures how often in a row
    public record Failing(String job, String key, int failures) {}
}
