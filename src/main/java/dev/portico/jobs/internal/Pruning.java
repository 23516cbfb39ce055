package dev.portico.jobs.internal;

import dev.portico.jobs.JobsSettings;
import dev.portico.jobs.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets old runs.
@Component
final class Pruning implements RecurringJob {

    private final JobRuns runs;
    private final JobsSettings settings;

    Pruning(JobRuns runs, JobsSettings settings) {
        this.runs = runs;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "jobs.pruning";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        runs.prune(settings.keep());
    }
}
