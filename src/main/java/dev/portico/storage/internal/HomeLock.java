package dev.portico.storage.internal;

import dev.portico.storage.PorticoHome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Holds the home for this process, so that two portals never share one. The system lets go of it when the process
/// ends, however it ends.
final class HomeLock implements AutoCloseable {

    private static final String FILE = "portal.lock";
    private static final String OWNER = "portal.pid";

    /// The homes that this process holds. The system lets go of a process's lock when the process closes the file
    /// anywhere, so a file that is held is not opened again.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the home.
    ///
    /// @throws StorageUnusable when another process holds it
    static HomeLock take(PorticoHome home) {
        Path file = home.file(FILE);
        if (!HELD.add(file)) {
            throw inUse(home);
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(home);
            }
            byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            Files.write(home.file(OWNER), pid);
            return new HomeLock(file, channel);
        } catch (IOException e) {
            HELD.remove(file);
            throw new StorageUnusable(
                    "The home " + home.folder() + " cannot be written to: " + e.getMessage(),
                    "Give the user that runs Portico the folder, or set PORTICO_HOME to another.",
                    e);
        } catch (StorageUnusable e) {
            HELD.remove(file);
            throw e;
        }
    }

    /// Whether some process holds the home at this moment.
    static boolean taken(PorticoHome home) throws IOException {
        Path file = home.folder().resolve(FILE);
        if (HELD.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        }
    }

    private static StorageUnusable inUse(PorticoHome home) {
        return new StorageUnusable(
                "Another Portico " + owner(home) + "uses the home " + home.folder() + ".",
                "Stop it first, or set PORTICO_HOME to another folder and PORTICO_PORT to another port.");
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
        HELD.remove(file);
    }
}
