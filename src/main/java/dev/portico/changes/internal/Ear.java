package dev.portico.changes.internal;

import dev.portico.storage.DedicatedDatabase;
import dev.portico.storage.PorticoHome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Hears from other nodes that they have committed.
///
/// Notifications only save waiting for the next poll: nothing depends on them. They are sent after the commit, because
/// PostgreSQL lets transactions that notify commit one at a time.
@Component
final class Ear {

    private static final Logger log = LoggerFactory.getLogger(Ear.class);
    private static final int LISTEN_MILLIS = 5_000;
    private static final long RETRY_NANOS = 1_000_000_000;

    private final DedicatedDatabase database;
    private final String node;
    private volatile boolean listening;

    Ear(DedicatedDatabase database, PorticoHome home) {
        this.database = database;
        this.node = home.nodeName();
    }

    void start(Runnable heard) {
        listening = true;
        Thread.ofVirtual().name("changes-ear").start(() -> {
            while (listening) {
                listen(heard);
                LockSupport.parkNanos(RETRY_NANOS);
            }
        });
    }

    void stop() {
        listening = false;
    }

    void tellOthers(Feed feed) {
        feed.notifyNodes(node);
    }

    private void listen(Runnable heard) {
        try (Connection connection = database.open("changes");
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN portico_changes");
            while (listening) {
                PGNotification[] notifications =
                        connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
                for (PGNotification notification : notifications) {
                    if (!node.equals(notification.getParameter())) {
                        heard.run();
                    }
                }
                statement.execute("SELECT 1");
            }
        } catch (SQLException e) {
            log.debug("Not listening for other nodes at the moment; polling goes on", e);
        }
    }
}
