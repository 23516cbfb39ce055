package dev.portico.catalog.internal.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a descriptor by its URL, and what it names from there.
final class UrlSourceReader implements SourceReader {

    private final RemoteFiles.Factory remote;
    private final Credentials credentials;
    private final GitHosts hosts;

    UrlSourceReader(RemoteFiles.Factory remote, Credentials credentials, GitHosts hosts) {
        this.remote = remote;
        this.credentials = credentials;
        this.hosts = hosts;
    }

    @Override
    public String type() {
        return "url";
    }

    @Override
    public SourceReading open(SourceTarget target, Map<String, String> knownFingerprints) {
        Credential credential = Credential.of(target, credentials, hosts);
        return new UrlReading(target.target(), remote.with(credential, Map.copyOf(knownFingerprints)));
    }

    private record UrlReading(String url, RemoteFiles remote) implements SourceReading {

        @Override
        public Iterable<SourceFile> files() {
            return List.of(remote.file(url));
        }

        @Override
        public List<SourceFile> follow(SourceFile from, String type, String target) {
            return List.of(remote.follow((RemoteFile) from, type, target));
        }

        @Override
        public SourceFile dependency(SourceFile from, String target) {
            return remote.dependency((RemoteFile) from, target);
        }

        @Override
        public Optional<String> version() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // A connection is given back with each answer.
        }
    }
}
