package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of a commit. Its fingerprint is the id of its content, known without reading it.
final class GitFile implements SourceFile {

    private final String path;
    private final GitTree.@Nullable Entry entry;
    private final GitReading reading;
    private byte @Nullable [] content;

    /// Takes a path and what is there.
    ///
    /// @param entry null where there is nothing
    GitFile(String path, GitTree.@Nullable Entry entry, GitReading reading) {
        this.path = path;
        this.entry = entry;
        this.reading = reading;
    }

    String path() {
        return path;
    }

    @Override
    public String location() {
        return reading.location(path);
    }

    @Override
    public String fingerprint() {
        return "git:" + existing().blob().name();
    }

    @Override
    public boolean unchanged() {
        return fingerprint().equals(reading.known(location()));
    }

    @Override
    public byte[] bytes() {
        if (content == null) {
            content = reading.tree().read(existing(), location());
        }
        return content;
    }

    @Override
    public Optional<String> viewUrl() {
        return reading.hosted(path).map(file -> file.kind().viewUrl(file.repositoryUrl(), file.branch(), file.path()));
    }

    @Override
    public Optional<String> editUrl() {
        return reading.hosted(path).map(file -> file.kind().editUrl(file));
    }

    @Override
    public Optional<String> sourceLocation() {
        return reading.hosted(path).map(file -> "url:" + file.kind().folderUrl(file));
    }

    private GitTree.Entry existing() {
        if (entry == null) {
            throw new SourceUnreadable(Reason.MISSING, location(), "There is no " + path + " in the repository");
        }
        if (entry.link()) {
            throw new SourceUnreadable(
                            Reason.REFUSED,
                            location(),
                            path + " is a link, which is not followed in a repository. Commit the file itself")
                    .allowing("a file of the same branch");
        }
        return entry;
    }
}
