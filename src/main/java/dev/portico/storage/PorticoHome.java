package dev.portico.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

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

    /// The name of this node among those that share a database: the machine's, with something random kept in the home,
    /// so that it stays the same over restarts.
    public String nodeName() {
        Path file = file("node.name");
        try {
            if (!Files.exists(file)) {
                String random = Long.toString(new SecureRandom().nextLong() & 0xFFFFFFFFL, Character.MAX_RADIX);
                Files.writeString(file, InetAddress.getLocalHost().getHostName() + "-" + random);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be used", e);
        }
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
