package dev.portico.storage.internal;

import dev.portico.storage.DatabaseSettings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL in use: the embedded one, which ends with the portal, or one's own, which is left alone.
///
/// @param clock says how long the embedded one may take to end
record DatabaseServer(@Nullable EmbeddedServer embedded, DatabaseSettings settings, StopClock clock)
        implements AutoCloseable {

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

    /// Notes whether it answers.
    void answers(boolean does) {
        if (embedded != null) {
            embedded.answers(does);
        }
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.stop(clock.left());
        }
    }
}
