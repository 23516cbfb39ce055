package dev.portico.jobs.internal;

import dev.portico.jobs.JobHandler;
import dev.portico.jobs.RecurringJob;
import java.time.Instant;
import java.util.Optional;

/// A recurring job as a handler of a single key.
record RecurringHandler(RecurringJob job) implements JobHandler {

    static final String KEY = "recurring";

    @Override
    public String name() {
        return job.name();
    }

    @Override
    public Optional<Instant> run(String key) {
        job.run();
        return Optional.of(Instant.now().plus(job.every()));
    }
}
