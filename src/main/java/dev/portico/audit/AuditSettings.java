package dev.portico.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long the audit trail is kept, and how often it is verified.
///
/// @param keep        how long rows stay; those that are older go, and a signed stub stands for them. Zero keeps them
///                    for good
/// @param verifyEvery how often the whole chain is verified by itself
@ConfigurationProperties("portico.audit")
public record AuditSettings(
        @DefaultValue("0s") Duration keep,
        @DefaultValue("24h") Duration verifyEvery) {

    public AuditSettings {
        if (keep.isNegative()) {
            throw new IllegalArgumentException("portico.audit.keep is negative; use 0s to keep everything");
        }
        if (verifyEvery.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("portico.audit.verify-every is shorter than a minute");
        }
    }
}
