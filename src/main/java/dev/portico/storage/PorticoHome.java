package dev.portico.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder that holds what Portico keeps on disk. Made on first use, readable by its owner alone.
///
/// @param folder an absolute path
public record PorticoHome(Path folder) {

    public PorticoHome {
        folder = folder.toAbsolutePath().normalize();
    }

    /// A folder below the home, made where it does not exist yet.
    ///
    /// @param name a plain name without separators
    public Path folder(String name) {
        return privateFolder(privateFolder(folder).resolve(name));
    }

    /// The path of a file directly in the home; the home exists when this returns.
    ///
    /// @param name a plain name without separators
    public Path file(String name) {
        return privateFolder(folder).resolve(name);
    }

    private static Path privateFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " of PORTICO_HOME cannot be made", e);
        }
    }
}
