package dev.portico.catalog.internal.descriptor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the descriptor files below a folder: `*.yaml`, `*.yml` and `*.json`, in the order of their paths. Looks into
/// neither `.git` nor `node_modules`.
///
/// Links are treated as those of a source are: one to a file within the folder is read, one that leads out of it, to
/// nothing or in a circle is refused, and one to a folder is not entered. A link to a file that is read where it
/// stands is passed over, so that nothing is judged twice.
public final class DescriptorFiles {

    private static final Set<String> NOT_ENTERED = Set.of(".git", "node_modules");

    private DescriptorFiles() {}

    /// What is done with a file.
    public enum Use {
        /// It is read.
        READ,
        /// It is left out, and nothing is missed by that.
        PASSED_OVER,
        /// It is left out although it was meant to be read.
        REFUSED
    }

    /// A file that was found.
    ///
    /// @param why why it is not read, as a sentence; empty where it is
    public record Found(Path file, Use use, String why) {
        static Found read(Path file) {
            return new Found(file, Use.READ, "");
        }
    }

    /// The file itself, or the descriptor files below the folder.
    public static List<Found> under(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(Found.read(path));
        }
        Path root = path.toRealPath();
        List<Path> files = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = !folder.equals(root) && NOT_ENTERED.contains(String.valueOf(folder.getFileName()));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isDescriptor(file)) {
                    files.add(file);
                } else if (!attributes.isRegularFile() && (isDescriptor(file) || Files.isDirectory(file))) {
                    others.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Set<Path> read = new HashSet<>(files);
        List<Found> found = new ArrayList<>();
        files.forEach(file -> found.add(Found.read(named(path, root, file))));
        for (Path other : others) {
            Found one = judge(other, root, read);
            found.add(new Found(named(path, root, other), one.use(), one.why()));
        }
        found.sort(Comparator.comparing(Found::file));
        return found;
    }

    /// The file below the folder as it was named, which may be a link itself.
    private static Path named(Path path, Path root, Path file) {
        return path.resolve(root.relativize(file));
    }

    /// @param read what is read in its own place
    private static Found judge(Path file, Path root, Set<Path> read) {
        if (!Files.isSymbolicLink(file)) {
            return refused(file, "This is a pipe, device or socket, not a file.");
        }
        Path real;
        try {
            real = file.toRealPath();
        } catch (NoSuchFileException nothing) {
            return refused(file, "This link leads to nothing.");
        } catch (AccessDeniedException denied) {
            return refused(file, "This link leads to what may not be read.");
        } catch (IOException circle) {
            return refused(file, "This link leads in a circle.");
        }
        if (!real.startsWith(root)) {
            return refused(file, "This link leads out of the folder, to " + real + ", and is not followed.");
        }
        if (Files.isDirectory(real)) {
            return new Found(
                    file, Use.PASSED_OVER, "This link leads to a folder, which is searched in its own place alone.");
        }
        if (!Files.isRegularFile(real)) {
            return refused(file, "This link leads to a pipe, device or socket, not to a file.");
        }
        return read.contains(real)
                ? new Found(
                        file,
                        Use.PASSED_OVER,
                        "This link leads to " + root.relativize(real) + ", which is read in its own place.")
                : Found.read(file);
    }

    private static Found refused(Path file, String why) {
        return new Found(file, Use.REFUSED, why);
    }

    private static boolean isDescriptor(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }
}
