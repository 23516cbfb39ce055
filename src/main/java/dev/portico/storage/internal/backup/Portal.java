package dev.portico.storage.internal.backup;

import dev.portico.storage.DatabaseSettings;
import dev.portico.storage.Objects;
import dev.portico.storage.PorticoHome;
import dev.portico.storage.PorticoSettings;
import dev.portico.storage.internal.EmbeddedAccess;
import dev.portico.storage.internal.objects.ObjectStores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A portal as backup and restore see it: its settings, its database, its objects and its key.
public final class Portal {

    private final PorticoHome home;
    private final PorticoSettings settings;
    private final DatabaseSettings database;

    public Portal(PorticoSettings settings, DatabaseSettings database) {
        this.home = new PorticoHome(settings.home());
        this.settings = settings;
        this.database = database;
    }

    /// The portal that the environment describes, as `serve` would read it.
    public static Portal ofEnvironment() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigurationPropertySources.attach(environment);
        Binder binder = Binder.get(environment);
        return new Portal(
                binder.bindOrCreate("portico", PorticoSettings.class),
                binder.bindOrCreate("portico.database", DatabaseSettings.class));
    }

    /// Backs the portal up into the file, and says what is in it.
    public String backUp(Path file) throws IOException, SQLException, BackupRefused {
        BackupKey key = BackupKey.of(settings, home);
        Objects objects = ObjectStores.open(settings.objects(), home);
        try (@Nullable EmbeddedAccess embedded = database.embedded() ? EmbeddedAccess.shared(home) : null;
                Connection connection = dataSource(embedded).getConnection()) {
            return summary(new Backup(connection, objects, key, version()).write(file));
        }
    }

    /// Restores the file into the portal, and says what was in it.
    ///
    /// @param replace whether data that is there is given up for it
    public String restore(Path file, boolean replace) throws IOException, SQLException, BackupRefused {
        BackupKey key = BackupKey.of(settings, home);
        Objects objects = ObjectStores.open(settings.objects(), home);
        try (Archive archive = Archive.open(file, key);
                @Nullable EmbeddedAccess embedded = database.embedded() ? EmbeddedAccess.exclusive(home) : null) {
            DataSource dataSource = dataSource(embedded);
            refuseWhileInUse(dataSource);
            new Restore(dataSource, objects, archive).carryOut(replace);
            return summary(archive.manifest());
        }
    }

    private DataSource dataSource(@Nullable EmbeddedAccess embedded) {
        DriverManagerDataSource dataSource = embedded == null
                ? new DriverManagerDataSource(database.url(), database.user(), database.password())
                : new DriverManagerDataSource(embedded.url(), embedded.user(), embedded.password());
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "portico backup");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        dataSource.setConnectionProperties(properties);
        return dataSource;
    }

    private static void refuseWhileInUse(DataSource dataSource) throws SQLException, BackupRefused {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT FROM pg_stat_activity
                        WHERE datname = current_database() AND application_name = 'portico pulse'
                        """)) {
            if (row.next()) {
                throw new BackupRefused("A portal uses this database. Stop every node before a restore.");
            }
        }
    }

    private static String summary(Manifest manifest) {
        return "%,d rows in %d tables, %,d objects, of Portico %s at %s"
                .formatted(
                        manifest.rows(),
                        manifest.tables().size(),
                        manifest.objects().size(),
                        manifest.portico(),
                        manifest.made());
    }

    private static String version() throws IOException {
        try (InputStream input = Portal.class.getResourceAsStream("/META-INF/build-info.properties")) {
            Properties properties = new Properties();
            if (input != null) {
                properties.load(input);
            }
            return properties.getProperty("build.version", "unknown");
        }
    }
}
