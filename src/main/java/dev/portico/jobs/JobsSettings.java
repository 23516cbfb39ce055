package dev.portico.jobs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How jobs are run on this node.
///
/// @param atOnce    how many run side by side; they wait on virtual threads, so this may be many
/// @param keep      how long the record of a run stays
/// @param heartbeat how often a running job says that its node lives; after four missed ones it is begun elsewhere
/// @param finishing how long running jobs may take to end when the portal stops, before they are interrupted
@Validated
@ConfigurationProperties("portico.jobs")
public record JobsSettings(
        @DefaultValue("100") @Min(1) @Max(10_000) int atOnce,
        @DefaultValue("14d") Duration keep,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("1500ms") Duration finishing) {

    public JobsSettings {
        if (keep.toMinutes() < 1) {
            throw new IllegalArgumentException("portico.jobs.keep is one minute or more");
        }
        if (heartbeat.toMillis() < 100 || heartbeat.toMinutes() > 10) {
            throw new IllegalArgumentException("portico.jobs.heartbeat is 100 ms to 10 minutes");
        }
        if (finishing.isNegative() || finishing.toMinutes() > 10) {
            throw new IllegalArgumentException("portico.jobs.finishing is 0 s to 10 minutes");
        }
    }
}
