package dev.portico.storage.internal;

import dev.portico.storage.PorticoHome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Holds the home for this process, so that two portals never share one. The system lets go of it when the process
/// ends, however it ends.
final class HomeLock implements AutoCloseable {

    private static final String FILE = "portal.lock";
    private static final String OWNER = "portal.pid";

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the home.
    ///
    /// @throws StorageUnusable when another process holds it
    static HomeLock take(PorticoHome home) {
        Path file = home.file(FILE);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StorageUnusable(
                        "Another Portico " + owner(home) + "uses the home " + home.folder() + ".",
                        "Stop it first, or set PORTICO_HOME to another folder and PORTICO_PORT to another port.");
            }
            byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            Files.write(home.file(OWNER), pid);
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new StorageUnusable(
                    "The home " + home.folder() + " cannot be written to: " + e.getMessage(),
                    "Give the user that runs Portico the folder, or set PORTICO_HOME to another.",
                    e);
        }
    }

    /// Whether some process holds the home at this moment.
    static boolean taken(PorticoHome home) throws IOException {
        if (!Files.exists(home.folder().resolve(FILE))) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(home.folder().resolve(FILE), StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String owner(PorticoHome home) {
        try {
            return "(process " + Files.readString(home.file(OWNER)).strip() + ") ";
        } catch (IOException unknown) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
