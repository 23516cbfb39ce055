package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// Opens readings of files on disk: one file, the files of a folder, or those that a pattern of paths matches.
final class LocalReaders {

    private final SourceSettings settings;
    private final RemoteFiles.Factory remote;
    private final ConfinedFiles.Channels channels;

    LocalReaders(SourceSettings settings, RemoteFiles.Factory remote, ConfinedFiles.Channels channels) {
        this.settings = settings;
        this.remote = remote;
        this.channels = channels;
    }

    /// A reader of single files; Locations and placeholders may name what lies beside and below.
    SourceReader file() {
        return reader("file", (target, known) -> {
            Path path = path(target);
            Path real = real(path, target);
            if (Files.isDirectory(real)) {
                throw new SourceUnreadable(Reason.REFUSED, target.ref(), path + " is a folder. Register it as one");
            }
            ConfinedFiles files = confined(parent(path), parent(real));
            return reading(files, known, () -> List.of(path).iterator());
        });
    }

    /// A reader of folders.
    SourceReader folder() {
        return reader("folder", (target, known) -> {
            Path root = path(target);
            return listing(root, target, GlobPattern.of(target.descriptorPattern()), target.descriptorPattern(), known);
        });
    }

    /// A reader of patterns of paths.
    SourceReader glob() {
        return reader("glob", (target, known) -> {
            String folder = GlobPattern.literalFolder(target.target());
            Path root = Path.of(folder).normalize();
            if (root.getNameCount() == 0) {
                throw new SourceUnreadable(
                        Reason.REFUSED,
                        target.ref(),
                        "The pattern " + target.target() + " spans the whole disk. Begin it with a folder");
            }
            String relative = target.target().substring(folder.length());
            return listing(root, target, GlobPattern.of(relative), relative, known);
        });
    }

    private SourceReading listing(
            Path root, SourceTarget target, GlobPattern pattern, String shown, Map<String, String> known) {
        Path real = real(root, target);
        if (!Files.isDirectory(real)) {
            throw new SourceUnreadable(Reason.REFUSED, target.ref(), root + " is not a folder. Register it as a file");
        }
        ConfinedFiles files = confined(root, real);
        return reading(files, known, () -> {
            FolderListing found = new FolderListing(files, pattern, settings);
            if (!found.hasNext()) {
                throw new SourceUnreadable(
                        Reason.MISSING,
                        target.ref(),
                        "No file in " + root + " matches " + shown + ". Name the files, or give the source a pattern"
                                + " such as **/*.yaml; a source that is meant to be empty is removed");
            }
            return found;
        });
    }

    private ConfinedFiles confined(Path root, Path real) {
        return new ConfinedFiles(root, real, settings.maxFileSize().toBytes(), channels);
    }

    private SourceReading reading(ConfinedFiles files, Map<String, String> known, Supplier<Iterator<Path>> roots) {
        return new LocalReading(files, settings, known, remote.withoutCredential(known), roots);
    }

    private static Path path(SourceTarget target) {
        Path path = Path.of(target.target());
        if (!path.isAbsolute()) {
            throw new SourceUnreadable(
                    Reason.REFUSED, target.ref(), target.target() + " is not a full path. Begin it with /");
        }
        return path.normalize();
    }

    private static Path parent(Path file) {
        return Objects.requireNonNullElse(file.getParent(), file);
    }

    private static Path real(Path path, SourceTarget target) {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException missing) {
            throw new SourceUnreadable(
                    Reason.MISSING, target.ref(), "There is no " + path + ". Check the path, or mount it", missing);
        } catch (IOException failed) {
            throw new SourceUnreadable(
                    Reason.UNREACHABLE,
                    target.ref(),
                    path + " cannot be read: " + ConfinedFiles.sentence(failed),
                    failed);
        }
    }

    private static SourceReader reader(String type, Opening opening) {
        return new SourceReader() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public SourceReading open(SourceTarget target, Map<String, String> knownFingerprints) {
                return opening.open(target, Map.copyOf(knownFingerprints));
            }
        };
    }

    @FunctionalInterface
    private interface Opening {
        SourceReading open(SourceTarget target, Map<String, String> known);
    }
}
