package dev.portico.access;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Requests for access.
///
/// @param waiting how long a request waits for an answer
/// @param longest how long a role may be given at most
/// @param keep    how long a request that was answered is kept; one whose role has not ended yet stays until then
/// @param most    how many requests of one account wait at a time
@Validated
@ConfigurationProperties("portico.access.request")
public record RequestSettings(
        @DefaultValue("14d") Duration waiting,
        @DefaultValue("365d") Duration longest,
        @DefaultValue("365d") Duration keep,
        @DefaultValue("20") @Min(1) int most) {

    public RequestSettings {
        positive("waiting", waiting);
        positive("longest", longest);
        positive("keep", keep);
    }

    private static void positive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("portico.access.request." + name + " is not longer than nothing");
        }
    }
}
