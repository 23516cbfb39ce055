package dev.portico.catalog.internal.source;

import dev.portico.outbound.Outbound;
import dev.portico.outbound.internal.TestOutbound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/// Readers with small limits, and ways to look at what they read.
final class SourceFixture {

    static final int LIMIT = 10_240;

    private SourceFixture() {}

    static SourceSettings settings() {
        return settings(Map.of());
    }

    static SourceSettings settings(Map<String, String> gitHosts) {
        return new SourceSettings(
                DataSize.ofBytes(LIMIT),
                100,
                500,
                DataSize.ofMegabytes(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                gitHosts);
    }

    /// Readers that reach the given servers, with the credentials by name.
    static SourceReaders readers(Path home, Credentials credentials, String... allowed) {
        return readers(settings(), home, credentials, allowed);
    }

    static SourceReaders readers(SourceSettings settings, Path home, Credentials credentials, String... allowed) {
        Outbound outbound = TestOutbound.allowing(allowed);
        GitHosts hosts = new GitHosts(settings.gitHosts());
        RemoteFiles.Factory remote = new RemoteFiles.Factory(outbound, hosts, settings);
        LocalReaders local = new LocalReaders(settings, remote, ConfinedFiles.Channels.REAL);
        GitClones clones = new GitClones(home.resolve("git"), outbound, settings);
        return new SourceReaders(List.of(
                local.file(),
                local.folder(),
                local.glob(),
                new UrlSourceReader(remote, credentials, hosts),
                new GitSourceReader(clones, settings, remote, credentials, hosts)));
    }

    /// What a run would keep for the next one.
    static Map<String, String> fingerprints(SourceReading reading) {
        Map<String, String> all = new HashMap<>();
        for (SourceFile file : reading.files()) {
            all.put(file.location(), file.fingerprint());
        }
        return all;
    }

    /// Whether each file is unchanged, in the order of the files.
    static Map<String, Boolean> unchanged(SourceReading reading) {
        Map<String, Boolean> all = new LinkedHashMap<>();
        for (SourceFile file : reading.files()) {
            all.put(file.location(), file.unchanged());
        }
        return all;
    }

    static SourceFile only(SourceReading reading) {
        return reading.files().iterator().next();
    }
}
