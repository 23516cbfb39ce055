package dev.portico.catalog.internal.source;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The bounds within which sources are read.
///
/// @param maxFileSize        the largest descriptor or placeholder content
/// @param maxFiles           the most descriptor files of one source
/// @param maxEntries         the most files and folders looked at in one listing
/// @param maxRepositorySize  the largest clone
/// @param fileTimeout        how long one file of a URL may take
/// @param fetchTimeout       how long a fetch of a repository may take
/// @param gitHosts           the kind of further Git hosts by name: `github`, `gitlab`, `bitbucket` or `gitea`
@ConfigurationProperties("portico.sources")
public record SourceSettings(
        @DefaultValue("10MB") DataSize maxFileSize,
        @DefaultValue("20000") int maxFiles,
        @DefaultValue("500000") int maxEntries,
        @DefaultValue("1GB") DataSize maxRepositorySize,
        @DefaultValue("20s") Duration fileTimeout,
        @DefaultValue("5m") Duration fetchTimeout,
        @DefaultValue Map<String, String> gitHosts) {

    public SourceSettings {
        gitHosts = Map.copyOf(gitHosts);
        if (maxFileSize.toBytes() < 1 || maxRepositorySize.toBytes() < 1 || maxFiles < 1 || maxEntries < 1) {
            throw new IllegalArgumentException("The limits of portico.sources have to be at least 1");
        }
        if (maxFileSize.toBytes() > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("portico.sources.max-file-size is at most 1GB");
        }
        if (!fileTimeout.isPositive() || !fetchTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "portico.sources.file-timeout and .fetch-timeout have to be longer than nothing");
        }
        gitHosts.forEach(SourceSettings::refuseUnknown);
    }

    private static void refuseUnknown(String host, String kind) {
        if (GitHost.named(kind).isEmpty()) {
            throw new IllegalArgumentException("portico.sources.git-hosts names " + host + " a \"" + kind
                    + "\"; use github, gitlab, bitbucket or gitea");
        }
    }
}
