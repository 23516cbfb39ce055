package dev.portico.storage.internal;

import dev.portico.storage.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Asks one's own PostgreSQL, before anything else is started, whether it lets the portal in.
///
/// A server that is not there yet is waited for as long as the settings say. One that refuses is not asked again: the
/// answer would be the same, and some servers lock whoever repeats a wrong password.
final class OwnServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(OwnServer.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DatabaseSettings settings =
                Binder.get(context.getEnvironment()).bindOrCreate("portico.database", DatabaseSettings.class);
        if (!settings.embedded()) {
            reach(settings);
        }
    }

    /// Returns once the server has let the portal in.
    ///
    /// @throws StorageUnusable when it refuses, or does not appear in time
    static void reach(DatabaseSettings settings) {
        long deadline = System.nanoTime() + settings.appearWithin().toNanos();
        boolean told = false;
        for (SQLException failure = failure(settings); failure != null; failure = failure(settings)) {
            if (!absent(failure)) {
                throw refused(settings, failure);
            }
            if (System.nanoTime() + PAUSE.toNanos() > deadline) {
                throw missing(settings, failure);
            }
            if (!told) {
                log.warn(
                        "PostgreSQL at {} is not there: {} It is waited for, {} s at most.",
                        place(settings),
                        sentence(failure),
                        settings.appearWithin().toSeconds());
                told = true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static @org.jspecify.annotations.Nullable SQLException failure(DatabaseSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("ApplicationName", "portico start");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("socketTimeout", "2");
        try (Connection connection = DriverManager.getConnection(settings.url(), properties)) {
            return connection.isValid(2) ? null : new SQLException("It does not answer.", "08006");
        } catch (SQLException failure) {
            return failure;
        }
    }

    /// Whether the server is not there, not yet there, or full; 08004 is one that rejects.
    private static boolean absent(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return (state.startsWith("08") && !state.equals("08004")) || state.startsWith("57P") || state.equals("53300");
    }

    private static StorageUnusable missing(DatabaseSettings settings, SQLException failure) {
        return new StorageUnusable(
                "PostgreSQL at " + place(settings) + " is not there: " + sentence(failure),
                "Start it, or correct PORTICO_DATABASE_URL. Where it may come later than the portal, let the start wait"
                        + " longer by portico.database.appear-within ("
                        + settings.appearWithin().toSeconds() + " s now).",
                failure);
    }

    private static StorageUnusable refused(DatabaseSettings settings, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String remedy;
        if (state.equals("3D000")) {
            remedy = "Make the database, owned by " + settings.user() + ", or correct PORTICO_DATABASE_URL.";
        } else if (state.startsWith("28") || state.equals("08004")) {
            remedy = "Correct PORTICO_DATABASE_USER and PORTICO_DATABASE_PASSWORD; the server's pg_hba.conf says who is"
                    + " let in from where.";
        } else {
            remedy = "Correct PORTICO_DATABASE_URL, PORTICO_DATABASE_USER or PORTICO_DATABASE_PASSWORD.";
        }
        return new StorageUnusable(
                "PostgreSQL at " + place(settings) + " does not let " + settings.user() + " in: " + sentence(failure),
                remedy,
                failure);
    }

    /// The address without its parameters, of which one may be a password.
    private static String place(DatabaseSettings settings) {
        String url = settings.url().substring("jdbc:".length());
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    private static String sentence(SQLException failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        return message.endsWith(".") ? message : message + ".";
    }
}
