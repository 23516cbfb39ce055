package dev.portico.jobs;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// Counts its runs.
@Component
final class ProbeRecurringJob implements RecurringJob {

    private final AtomicInteger runs = new AtomicInteger();

    @Override
    public String name() {
        return "test.recurring";
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(200);
    }

    @Override
    public void run() {
        runs.incrementAndGet();
    }

    int runs() {
        return runs.get();
    }
}
