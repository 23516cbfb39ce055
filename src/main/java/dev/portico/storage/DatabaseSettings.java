package dev.portico.storage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which PostgreSQL is used, and how long anybody waits for it.
///
/// Where `url` is empty, Portico starts a PostgreSQL of its own in its home. The limits keep every request below three
/// seconds while the database does not answer: `connectWithin` for a connection and `answerWithin` for a statement.
///
/// @param url           the JDBC address of one's own PostgreSQL, `jdbc:postgresql://host/database`; empty for the
///                      embedded one
/// @param user          the role that owns the database's tables
/// @param password      the role's password
/// @param connections   connections of the short route
/// @param bulk          connections of the bulk route
/// @param connectWithin how long a request waits for a connection
/// @param answerWithin  how long a statement of the short route may take, in whole seconds
/// @param bulkWithin    how long a statement of the bulk route may take, in whole seconds
/// @param appearWithin  how long a start waits for one's own PostgreSQL where it is not there
@Validated
@ConfigurationProperties("portico.database")
public record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("portico") String user,
        @DefaultValue("") String password,
        @DefaultValue("16") @Min(2) @Max(500) int connections,
        @DefaultValue("4") @Min(1) @Max(100) int bulk,
        @DefaultValue("800ms") Duration connectWithin,
        @DefaultValue("2s") Duration answerWithin,
        @DefaultValue("15m") Duration bulkWithin,
        @DefaultValue("2s") Duration appearWithin) {

    public DatabaseSettings {
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "PORTICO_DATABASE_URL does not begin with jdbc:postgresql: ; write jdbc:postgresql://host:5432/portico");
        }
        if (answerWithin.toSeconds() < 1 || bulkWithin.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "portico.database.answer-within and .bulk-within are one second or more");
        }
        if (connectWithin.toMillis() < 250) {
            throw new IllegalArgumentException("portico.database.connect-within is 250 ms or more");
        }
        if (appearWithin.isNegative()) {
            throw new IllegalArgumentException("portico.database.appear-within cannot be negative");
        }
    }

    /// Whether Portico starts the PostgreSQL itself.
    public boolean embedded() {
        return url.isEmpty();
    }

    /// Without the password, so that settings may be logged.
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + ", connections=" + connections + ", bulk=" + bulk
                + ", connectWithin=" + connectWithin + ", answerWithin=" + answerWithin + ", bulkWithin=" + bulkWithin
                + ", appearWithin=" + appearWithin + "]";
    }
}
