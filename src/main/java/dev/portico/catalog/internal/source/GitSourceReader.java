package dev.portico.catalog.internal.source;

import java.util.Map;

/// Reads the descriptors of a Git repository: a remote one by a clone, a local one where it lies.
final class GitSourceReader implements SourceReader {

    private final GitClones clones;
    private final SourceSettings settings;
    private final RemoteFiles.Factory remote;
    private final Credentials credentials;
    private final GitHosts hosts;

    GitSourceReader(
            GitClones clones,
            SourceSettings settings,
            RemoteFiles.Factory remote,
            Credentials credentials,
            GitHosts hosts) {
        HermeticGit.enter();
        this.clones = clones;
        this.settings = settings;
        this.remote = remote;
        this.credentials = credentials;
        this.hosts = hosts;
    }

    @Override
    public String type() {
        return "git";
    }

    @Override
    public SourceReading open(SourceTarget target, Map<String, String> knownFingerprints) {
        Map<String, String> known = Map.copyOf(knownFingerprints);
        if (!target.target().contains("://")) {
            return new GitReading(
                    target, LocalGit.open(target), settings, known, hosts, remote.withoutCredential(known));
        }
        Credential credential = Credential.of(target, credentials, hosts);
        GitStore store = clones.open(target, credential);
        return new GitReading(target, store, settings, known, hosts, remote.with(credential, known));
    }
}
