package dev.portico.api.admission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How much REST is answered at a time.
///
/// @param concurrent how many requests run at a time; 0 means 16 for each processor
/// @param waiting    how many more may wait for a place, in memory; those who wait take turns by client
/// @param delayed    for how many of those that find the waiting full their 429 is kept back as long as others wait, so
///                   that they ask less often; the rest gets it at once
/// @param patience   how long a request waits before it is answered 503, at most five seconds
/// @param rate       how many requests a second one token (or an address, where none counts) may send before it is
///                   answered 429; 0 means any number
/// @param burst      how many requests a client may send at once before its rate counts
@Validated
@ConfigurationProperties("portico.api")
public record AdmissionSettings(
        @DefaultValue("0") @Min(0) @Max(10_000) int concurrent,
        @DefaultValue("128") @Min(0) @Max(10_000) int waiting,
        @DefaultValue("1000") @Min(0) @Max(10_000) int delayed,
        @DefaultValue("500ms") Duration patience,
        @DefaultValue("0") @Min(0) int rate,
        @DefaultValue("100") @Min(1) int burst) {

    private static final int FOR_EACH_PROCESSOR = 16;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    public AdmissionSettings {
        if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("portico.api.patience is 0s to 5s");
        }
    }

    /// How many requests run at a time on this machine.
    int places() {
        return concurrent == 0 ? FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors() : concurrent;
    }
}
