/// Scheduled and background work, its history and its health.
///
/// A **job** is a [JobHandler]: a bean with a name that knows what to do for a **key** (a source, an account). [Jobs]
/// says when; the handler's answer says when again. A [RecurringJob] needs no key and runs for ever. Times live in
/// PostgreSQL, and rows are locked while they run, so each run happens on one node only and survives that node: what a
/// dead node was doing is begun again elsewhere. A job therefore has to bear being run twice.
///
/// A request that comes while the job of its key runs is not lost: the job runs once more. A slow job delays no other.
/// Every run is recorded with its outcome, for a while.
@NullMarked
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"kernel", "storage", "changes"})
package dev.portico.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
