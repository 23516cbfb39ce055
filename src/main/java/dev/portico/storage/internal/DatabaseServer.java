package dev.portico.storage.internal;

import dev.portico.storage.DatabaseSettings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL in use: the embedded one, which ends with the portal, or one's own, which is left alone.
record DatabaseServer(@Nullable EmbeddedServer embedded, DatabaseSettings settings) implements AutoCloseable {

    DatabaseAddress address() {
        return embedded != null
                ? embedded.address()
                : new DatabaseAddress(settings.url(), settings.user(), settings.password());
    }

    /// Starts the embedded one again where it has ended; one's own is left alone.
    void revive() {
        if (embedded != null) {
            embedded.revive();
        }
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
