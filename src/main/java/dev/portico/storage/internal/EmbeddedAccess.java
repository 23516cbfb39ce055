package dev.portico.storage.internal;

import dev.portico.storage.PorticoHome;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The home's embedded PostgreSQL for a command: the one that the running portal started, or one started for the
/// command and stopped after it.
public final class EmbeddedAccess implements AutoCloseable {

    private final @Nullable HomeLock lock;
    private final @Nullable EmbeddedServer server;
    private final DatabaseAddress address;

    private EmbeddedAccess(@Nullable HomeLock lock, @Nullable EmbeddedServer server, DatabaseAddress address) {
        this.lock = lock;
        this.server = server;
        this.address = address;
    }

    /// Opens the database, whether a portal uses the home or not.
    ///
    /// @throws IllegalStateException when it cannot be opened; the message says what to do
    public static EmbeddedAccess shared(PorticoHome home) throws IOException {
        if (!HomeLock.taken(home)) {
            return exclusive(home);
        }
        try {
            PostgresFolder folder = PostgresFolder.of(home);
            int port = folder.port()
                    .orElseThrow(() -> new IllegalStateException(
                            "The portal that uses " + home.folder() + " is still starting; try again in a moment."));
            return new EmbeddedAccess(null, null, new Roles(folder, port).prepare());
        } catch (StorageUnusable e) {
            throw explained(e);
        }
    }

    /// Opens the database for this command alone.
    ///
    /// @throws IllegalStateException when a portal uses the home, or it cannot be opened
    public static EmbeddedAccess exclusive(PorticoHome home) throws IOException {
        try {
            HomeLock lock = HomeLock.take(home);
            try {
                EmbeddedServer server = EmbeddedServer.start(home);
                return new EmbeddedAccess(lock, server, server.address());
            } catch (StorageUnusable e) {
                lock.close();
                throw e;
            }
        } catch (StorageUnusable e) {
            throw explained(e);
        }
    }

    public String url() {
        return address.url();
    }

    public String user() {
        return address.user();
    }

    public String password() {
        return address.password();
    }

    @Override
    public void close() throws IOException {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    private static IllegalStateException explained(StorageUnusable e) {
        return new IllegalStateException(e.description() + "\n" + e.remedy(), e);
    }
}
