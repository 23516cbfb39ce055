package dev.portico.storage.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks PostgreSQL a few times a second whether it is there, on a connection of its own.
///
/// While it is not, connections are refused at once, and bulk transactions, whose own limits are wide, are broken off.
/// The first failure is checked once more on a new connection, so that one broken connection alarms nobody. From the
/// moment the database freezes this takes 2.5 seconds at most; its return is noticed within 1.5.
final class Pulse implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final DatabaseAddress address;
    private final Runnable revive;
    private final Consumer<Boolean> told;
    private final Properties properties;
    private final Set<Connection> interruptible = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean away;
    private volatile boolean closed;
    private @Nullable Connection connection;

    /// @param revive called between two questions while the database does not answer
    /// @param told   told each time when it begins or ceases to answer
    Pulse(DatabaseAddress address, Runnable revive, Consumer<Boolean> told) {
        this.address = address;
        this.revive = revive;
        this.told = told;
        properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "portico pulse");
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("socketTimeout", "1");
        thread = Thread.ofVirtual().name("database-pulse").unstarted(this::watch);
    }

    void start() {
        thread.start();
    }

    /// Whether the database is known not to answer.
    boolean away() {
        return away;
    }

    /// Breaks this connection off when the database stops answering, until it is let go of.
    void guard(Connection physical) {
        interruptible.add(physical);
    }

    void letGo(Connection physical) {
        interruptible.remove(physical);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (!closed) {
            boolean answers = answers() || answersAnew();
            if (!closed && answers == away) {
                turn(answers);
            }
            if (!closed && !answers) {
                revive.run();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        disconnect();
    }

    private void turn(boolean answers) {
        away = !answers;
        told.accept(answers);
        if (answers) {
            log.info("PostgreSQL answers again");
            return;
        }
        log.error("PostgreSQL does not answer; requests are refused until it does");
        for (Connection busy : interruptible) {
            try {
                busy.abort(Runnable::run);
            } catch (SQLException e) {
                log.warn("A bulk transaction could not be broken off", e);
            }
        }
    }

    private boolean answersAnew() {
        disconnect();
        return answers();
    }

    private boolean answers() {
        try {
            Connection open = connection;
            if (open == null) {
                open = DriverManager.getConnection(address.url(), properties);
                connection = open;
            }
            try (Statement statement = open.createStatement()) {
                return statement.execute("SELECT 1");
            }
        } catch (SQLException e) {
            disconnect();
            return false;
        }
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                log.debug("The pulse's connection was gone already", e);
            }
        }
    }
}
