package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/// One reading of files on disk. Everything lies below one folder; other servers are asked for `url` targets alone.
final class LocalReading implements SourceReading {

    private final ConfinedFiles files;
    private final SourceSettings settings;
    private final Map<String, String> known;
    private final RemoteFiles remote;
    private final Supplier<Iterator<Path>> roots;

    LocalReading(
            ConfinedFiles files,
            SourceSettings settings,
            Map<String, String> known,
            RemoteFiles remote,
            Supplier<Iterator<Path>> roots) {
        this.files = files;
        this.settings = settings;
        this.known = known;
        this.remote = remote;
        this.roots = roots;
    }

    @Override
    public Iterable<SourceFile> files() {
        return () -> new Mapped<>(roots.get(), this::file);
    }

    @Override
    public List<SourceFile> follow(SourceFile from, String type, String target) {
        if (from instanceof RemoteFile file) {
            return List.of(remote.follow(file, type, target));
        }
        if (type.equals("url")) {
            return List.of(remote.absolute(target));
        }
        if (!type.isEmpty() && !type.equals("file")) {
            throw new SourceUnreadable(
                            Reason.REFUSED,
                            target,
                            "A Location in a file names files or URLs, not what is of type \"" + type + '"')
                    .allowing("no type for a path, or type: url for a URL");
        }
        if (target.contains("://")) {
            throw new SourceUnreadable(
                            Reason.REFUSED,
                            target,
                            target + " is a URL, and a Location in a file names paths where it does not say type: url")
                    .allowing("a path below " + files.root() + ", or a URL together with spec.type: url");
        }
        if (!GlobPattern.isPattern(target)) {
            return List.of(file(confined((LocalFile) from, target)));
        }
        String folder = GlobPattern.literalFolder(target);
        Path base = confined((LocalFile) from, folder.isEmpty() ? "." : folder);
        String relative = files.root().relativize(base).toString();
        String below = relative.isEmpty() ? "" : relative + '/';
        GlobPattern pattern = GlobPattern.of(below + target.substring(folder.length()));
        FolderListing listing = new FolderListing(files, pattern, settings);
        Iterable<Path> found = () -> listing;
        return StreamSupport.stream(found.spliterator(), false).map(this::file).toList();
    }

    @Override
    public SourceFile dependency(SourceFile from, String target) {
        if (from instanceof RemoteFile file) {
            return remote.dependency(file, target);
        }
        if (target.contains("://")) {
            throw new SourceUnreadable(
                            Reason.REFUSED,
                            target,
                            "A placeholder in a file names a file in the same folder or below " + files.root()
                                    + ", not " + target)
                    .allowing("a file below " + files.root());
        }
        return file(confined((LocalFile) from, target));
    }

    @Override
    public Optional<String> version() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // Nothing stays open between two files.
    }

    private SourceFile file(Path path) {
        return new LocalFile(path, files, known);
    }

    /// The path that a target names, below the root by its names alone; links are looked at when it is read.
    private Path confined(LocalFile from, String target) {
        Path path;
        try {
            Path typed = Path.of(target.startsWith("file:") ? target.substring(5) : target);
            path = from.path().resolveSibling(typed).normalize();
        } catch (InvalidPathException notAPath) {
            throw new SourceUnreadable(Reason.REFUSED, target, "\"" + target + "\" is not a path", notAPath)
                    .allowing("a path below " + files.root());
        }
        if (!path.startsWith(files.root())) {
            throw new SourceUnreadable(
                            Reason.REFUSED,
                            target,
                            target + " leads out of " + files.root()
                                    + ", which is not followed. Register the folder above both")
                    .allowing("a path below " + files.root());
        }
        return path;
    }
}
