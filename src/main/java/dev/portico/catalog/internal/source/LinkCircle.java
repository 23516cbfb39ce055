package dev.portico.catalog.internal.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tells links that lead in a circle from other files that cannot be read: the file system says so in its own words,
/// which depend on the system and its language.
final class LinkCircle {

    /// Linux follows as many.
    private static final int MOST_LINKS = 40;

    private LinkCircle() {}

    /// Whether following the links of the path never ends.
    static boolean on(Path path) {
        Path at = path.toAbsolutePath().normalize();
        try {
            for (int followed = 0; followed <= MOST_LINKS; followed++) {
                Optional<Path> link = firstLink(at);
                if (link.isEmpty()) {
                    return false;
                }
                Path target = link.get().resolveSibling(Files.readSymbolicLink(link.get()));
                at = target.resolve(link.get().relativize(at)).normalize();
            }
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Optional<Path> firstLink(Path path) {
        Path root = path.getRoot();
        return root == null
                ? Optional.empty()
                : IntStream.rangeClosed(1, path.getNameCount())
                        .mapToObj(parts -> root.resolve(path.subpath(0, parts)))
                        .filter(Files::isSymbolicLink)
                        .findFirst();
    }
}
