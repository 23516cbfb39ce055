package dev.portico.access.internal;

import dev.portico.access.DecisionSettings;
import dev.portico.jobs.RecurringJob;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/// Forgets recorded decisions that are old enough, once a day.
@Component
final class DecisionRetention implements RecurringJob {

    private final DecisionRows rows;
    private final DecisionSettings settings;

    DecisionRetention(DecisionRows rows, DecisionSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "access.decisions";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        rows.removeBefore(
                LocalDate.now(ZoneOffset.UTC).minusDays(settings.keep().toDays()));
    }
}
