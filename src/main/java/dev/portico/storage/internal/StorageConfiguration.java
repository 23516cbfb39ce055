package dev.portico.storage.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.portico.storage.BulkDatabase;
import dev.portico.storage.DatabaseSettings;
import dev.portico.storage.DedicatedDatabase;
import dev.portico.storage.Objects;
import dev.portico.storage.PorticoHome;
import dev.portico.storage.PorticoSettings;
import dev.portico.storage.internal.objects.ObjectStores;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// Puts storage together: the home, the two routes to PostgreSQL, and the object store.
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    PorticoHome porticoHome(PorticoSettings settings) {
        return new PorticoHome(settings.home());
    }

    @Bean
    Objects objects(PorticoSettings settings, PorticoHome home) {
        return ObjectStores.open(settings.objects(), home);
    }

    @Bean
    HomeLock homeLock(PorticoHome home) {
        return HomeLock.take(home);
    }

    @Bean
    StopClock stopClock() {
        return new StopClock();
    }

    @Bean
    DatabaseServer databaseServer(DatabaseSettings settings, PorticoHome home, HomeLock lock, StopClock clock) {
        return new DatabaseServer(settings.embedded() ? EmbeddedServer.start(home) : null, settings, clock);
    }

    @Bean
    Pulse databasePulse(DatabaseServer server) {
        return new Pulse(server.address(), server::revive, server::answers);
    }

    @Bean
    @Primary
    RoutedDataSource dataSource(
            DatabaseServer server, DatabaseSettings settings, Pulse pulse, ObjectProvider<MeterRegistry> meters) {
        HikariConfig brief = pool("portico", server, settings, settings.connections(), settings.answerWithin());
        HikariConfig bulk = pool("portico-bulk", server, settings, settings.bulk(), settings.bulkWithin());
        meters.ifAvailable(registry -> {
            brief.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
            bulk.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        });
        pulse.start();
        return new RoutedDataSource(new HikariDataSource(brief), new HikariDataSource(bulk), pulse);
    }

    /// Migrations may take long, and run before anybody waits for an answer.
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationDataSource(DatabaseServer server) {
        DatabaseAddress address = server.address();
        DriverManagerDataSource dataSource =
                new DriverManagerDataSource(address.url(), address.user(), address.password());
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "portico migrations");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        dataSource.setConnectionProperties(properties);
        return dataSource;
    }

    @Bean
    @DependsOnDatabaseInitialization
    BulkDatabase bulkDatabase(
            DataSource dataSource, PlatformTransactionManager transactions, Pulse pulse, DatabaseSettings settings) {
        return new PooledBulkDatabase(dataSource, transactions, pulse, settings.bulk());
    }

    @Bean
    JpaTransactionManager transactionManager() {
        return new Transactions();
    }

    @Bean
    @DependsOnDatabaseInitialization
    DedicatedDatabase dedicatedDatabase(DatabaseServer server) {
        return purpose -> {
            Properties properties = new Properties();
            properties.setProperty("user", server.address().user());
            properties.setProperty("password", server.address().password());
            properties.setProperty("ApplicationName", "portico " + purpose);
            properties.setProperty("connectTimeout", "1");
            properties.setProperty("loginTimeout", "1");
            properties.setProperty("socketTimeout", "10");
            properties.setProperty("tcpKeepAlive", "true");
            return DriverManager.getConnection(server.address().url(), properties);
        };
    }

    private static HikariConfig pool(
            String name, DatabaseServer server, DatabaseSettings settings, int size, Duration answerWithin) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(server.address().url());
        config.setUsername(server.address().user());
        config.setPassword(server.address().password());
        config.setMaximumPoolSize(size);
        // None are kept ready: a pool that keeps some tries on while the database is away, ever more seldom, and would
        // notice its return up to five seconds late.
        config.setMinimumIdle(0);
        config.setConnectionTimeout(settings.connectWithin().toMillis());
        config.setValidationTimeout(Math.max(250, settings.connectWithin().toMillis() / 2));
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(25).toMillis());
        config.setInitializationFailTimeout(Duration.ofSeconds(10).toMillis());
        Duration statementWithin = statementWithin(answerWithin);
        config.setConnectionInitSql("SET TIME ZONE 'UTC'; SET statement_timeout = "
                + statementWithin.toMillis()
                + "; SET lock_timeout = " + statementWithin.minusMillis(100).toMillis()
                + "; SET idle_in_transaction_session_timeout = "
                + answerWithin.plusSeconds(30).toMillis());
        // As text: the pool hands properties on as they are, and the driver overlooks what is no text.
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("loginTimeout", "2");
        config.addDataSourceProperty("socketTimeout", Long.toString(answerWithin.toSeconds()));
        config.addDataSourceProperty("cancelSignalTimeout", "1");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return config;
    }

    /// How long the server works on a statement: less than the connection waits, so that its word of a statement cut
    /// off arrives before the connection is given up, which would cost a new one.
    private static Duration statementWithin(Duration answerWithin) {
        Duration quarter = answerWithin.dividedBy(4);
        Duration onTheWay = Duration.ofMillis(500);
        return answerWithin.minus(quarter.compareTo(onTheWay) < 0 ? quarter : onTheWay);
    }
}
