package dev.portico.catalog.internal.source;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file on disk. Its fingerprint is that of its content, since times of change do not tell.
final class LocalFile implements SourceFile {

    private final Path path;
    private final ConfinedFiles files;
    private final Map<String, String> known;
    private byte @Nullable [] content;
    private @Nullable String fingerprint;

    LocalFile(Path path, ConfinedFiles files, Map<String, String> known) {
        this.path = path;
        this.files = files;
        this.known = known;
    }

    Path path() {
        return path;
    }

    @Override
    public String location() {
        return "file:" + path;
    }

    @Override
    public String fingerprint() {
        if (fingerprint == null) {
            fingerprint = Fingerprints.sha256(bytes());
        }
        return fingerprint;
    }

    @Override
    public boolean unchanged() {
        String before = known.get(location());
        return before != null && before.equals(fingerprint());
    }

    @Override
    public byte[] bytes() {
        if (content == null) {
            content = files.read(path);
        }
        return content;
    }
}
