package dev.portico.storage;

import dev.portico.storage.internal.EmbeddedAccess;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;

/// The portal's database for a command that runs without the server, whether the portal runs beside it or not.
public final class CommandDatabase implements AutoCloseable {

    private final @Nullable EmbeddedAccess embedded;
    private final Connection connection;

    private CommandDatabase(@Nullable EmbeddedAccess embedded, Connection connection) {
        this.embedded = embedded;
        this.connection = connection;
    }

    /// Settings as the environment has them, and `serve` would read them.
    public static <T> T settings(String prefix, Class<T> type) {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate(prefix, type);
    }

    /// Opens the database that the environment names. A statement may take as long as it takes.
    ///
    /// @param command shown in `pg_stat_activity`
    /// @throws IllegalStateException when it cannot be opened; the message says what to do
    public static CommandDatabase open(String command) throws IOException, SQLException {
        DatabaseSettings database = settings("portico.database", DatabaseSettings.class);
        PorticoHome home =
                new PorticoHome(settings("portico", PorticoSettings.class).home());
        @Nullable EmbeddedAccess embedded = database.embedded() ? EmbeddedAccess.shared(home) : null;
        Properties properties = new Properties();
        properties.setProperty("user", embedded == null ? database.user() : embedded.user());
        properties.setProperty("password", embedded == null ? database.password() : embedded.password());
        properties.setProperty("ApplicationName", "portico " + command);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        try {
            return new CommandDatabase(
                    embedded,
                    DriverManager.getConnection(embedded == null ? database.url() : embedded.url(), properties));
        } catch (SQLException e) {
            if (embedded != null) {
                embedded.close();
            }
            throw e;
        }
    }

    /// The one connection, in autocommit mode.
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws IOException, SQLException {
        try {
            connection.close();
        } finally {
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
