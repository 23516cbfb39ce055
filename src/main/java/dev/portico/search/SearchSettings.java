package dev.portico.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How this node's index is kept.
///
/// @param memory how much memory new documents may take before they are written to disk
/// @param patience how long a question may take before it is given up with 503
/// @param commit how often what is written is made to last; what is newer is read from the change feed after a crash
@ConfigurationProperties("portico.search")
public record SearchSettings(
        @DefaultValue("48MB") DataSize memory,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("5s") Duration commit) {

    public SearchSettings {
        if (memory.toMegabytes() < 1 || memory.toMegabytes() > 1_024) {
            throw new IllegalArgumentException("portico.search.memory is 1 MB to 1,024 MB");
        }
        if (patience.toMillis() < 100 || patience.toMinutes() >= 10) {
            throw new IllegalArgumentException("portico.search.patience is 100 ms or more, and less than 10 minutes");
        }
        if (commit.toMillis() < 100) {
            throw new IllegalArgumentException("portico.search.commit is 100 ms or more");
        }
    }
}
