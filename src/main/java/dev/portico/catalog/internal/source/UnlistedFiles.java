package dev.portico.catalog.internal.source;

import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.internal.source.ConfinedFiles.Channels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Finds descriptors that lie on this machine beside those that a source reads, and that the source does not read.
///
/// Looks where the source itself may read and nowhere else. Of a repository or another server it knows nothing.
@Component
public final class UnlistedFiles {

    private static final GlobPattern DESCRIPTORS = GlobPattern.of("**/*.{yaml,yml}");
    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_FILES = 1_000;
    private static final long LARGEST = 256 * 1024;
    private static final int MOST_FOUND = 3;
    private static final String NAME = "name:";

    UnlistedFiles() {}

    /// The files in which something is called so, as the catalog would name them; few, and of a large folder only what
    /// comes first.
    ///
    /// @param name in lower case
    /// @param read whether the source reads the file of this location
    public List<String> naming(SourceDefinition source, String name, Predicate<String> read) {
        List<String> found = new ArrayList<>();
        try {
            Optional<Path> root = root(source);
            if (name.isEmpty() || root.isEmpty()) {
                return found;
            }
            ConfinedFiles files = new ConfinedFiles(root.get(), root.get().toRealPath(), LARGEST, Channels.REAL);
            FolderListing listing = new FolderListing(files, DESCRIPTORS, MOST_ENTRIES, MOST_FILES);
            while (found.size() < MOST_FOUND && listing.hasNext()) {
                Path path = listing.next();
                String location = "file:" + path;
                if (names(files, path, name) && !read.test(location)) {
                    found.add(location);
                }
            }
        } catch (IOException | InvalidPathException | SourceUnreadable closed) {
            return found;
        }
        return found;
    }

    /// Whether the files of this source lie on this machine.
    public static boolean looksAt(SourceDefinition source) {
        return source.type().equals("file")
                || source.type().equals("folder")
                || source.type().equals("glob");
    }

    private static Optional<Path> root(SourceDefinition source) {
        Optional<Path> root =
                switch (source.type()) {
                    case "file" ->
                        Optional.ofNullable(Path.of(source.target()).normalize().getParent());
                    case "folder" -> Optional.of(Path.of(source.target()).normalize());
                    case "glob" ->
                        Optional.of(Path.of(GlobPattern.literalFolder(source.target()))
                                .normalize());
                    default -> Optional.empty();
                };
        return root.filter(path -> path.isAbsolute() && path.getNameCount() > 0 && Files.isDirectory(path));
    }

    private static boolean names(ConfinedFiles files, Path path, String name) {
        try {
            return names(new String(files.read(path), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT), name);
        } catch (SourceUnreadable closed) {
            return false;
        }
    }

    /// Whether a text says `name: NAME` somewhere, in quotes or not.
    static boolean names(String text, String name) {
        for (int at = text.indexOf(NAME); at >= 0; at = text.indexOf(NAME, at + 1)) {
            int from = at + NAME.length();
            while (from < text.length() && " \"'".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            int end = from + name.length();
            boolean ends = end >= text.length() || !continues(text.charAt(end));
            if (ends && text.startsWith(name, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean continues(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '-' || letter == '_' || letter == '.';
    }
}
