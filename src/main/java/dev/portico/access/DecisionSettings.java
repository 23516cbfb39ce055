package dev.portico.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What is recorded of decisions, for drafts to be run over them: who asked for which permission on which thing, and
/// what came out; no payload, no address, no time but the day.
///
/// @param record whether decisions are recorded, for drafts to be run over them
/// @param keep   how long recorded decisions are kept
/// @param most   how many different decisions a node tells apart in a day; further ones are counted and not kept
@Validated
@ConfigurationProperties("portico.access.decisions")
public record DecisionSettings(
        @DefaultValue("true") boolean record,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("50000") @Min(1) @Max(1_000_000) int most) {

    public DecisionSettings {
        if (keep.toDays() < 1) {
            throw new IllegalArgumentException("portico.access.decisions.keep is one day or more");
        }
    }
}
