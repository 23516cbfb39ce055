package dev.portico.catalog.internal.ingest;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How sources are run.
///
/// @param locations   sources to register at start, as a person would type them: file, folder, glob, URL or Git
/// @param orphans     what becomes of entities that nothing places any more: `delete`, or `keep` and mark them
/// @param every       how long after a run the next one starts, where a source says nothing else
/// @param longestPause the longest pause after failures in a row
@ConfigurationProperties("portico.catalog.ingestion")
public record CatalogIngestionSettings(
        @DefaultValue List<String> locations,
        @DefaultValue("delete") Orphans orphans,
        @DefaultValue("2m") Duration every,
        @DefaultValue("30m") Duration longestPause) {

    public CatalogIngestionSettings {
        locations = locations.stream()
                .map(String::strip)
                .filter(location -> !location.isEmpty())
                .toList();
        if (every.isNegative() || longestPause.isNegative()) {
            throw new IllegalArgumentException(
                    "portico.catalog.ingestion.every and .longest-pause cannot be negative; use 0s for none");
        }
    }

    /// What becomes of entities that nothing places any more.
    public enum Orphans {
        /// They leave the catalog with the run that misses them; their history stays.
        DELETE,
        /// They stay, with the annotation `backstage.io/orphan`.
        KEEP
    }
}
