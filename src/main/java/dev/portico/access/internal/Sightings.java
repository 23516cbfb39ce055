package dev.portico.access.internal;

import dev.portico.kernel.Ending;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Remembers when accounts and tokens were last seen, and writes it down once a minute, so that no request writes to
/// the database because it read. What a crash loses is a minute of sightings.
@Component
final class Sightings implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sightings.class);

    private final JdbcClient jdbc;
    private final Map<UUID, Instant> accounts = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> tokens = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService clock;

    Sightings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void account(@Nullable UUID id) {
        if (id != null) {
            accounts.put(id, Instant.now());
        }
    }

    void token(UUID id) {
        tokens.put(id, Instant.now());
    }

    /// Writes down what was seen since the last time.
    void flush() {
        flush(accounts, "access_account", "last_seen_at");
        flush(tokens, "access_token", "last_used_at");
        jdbc.sql("DELETE FROM access_session WHERE expires_at < now()").update();
        jdbc.sql("DELETE FROM access_attempt WHERE window_ends < now()").update();
        jdbc.sql("DELETE FROM access_known_address WHERE last_used < now() - interval '90 days'")
                .update();
    }

    private void flush(Map<UUID, Instant> seen, String table, String column) {
        Map<UUID, Instant> taken = Map.copyOf(seen);
        if (taken.isEmpty()) {
            return;
        }
        UUID[] ids = taken.keySet().stream().sorted().toArray(UUID[]::new);
        Timestamp[] times = new Timestamp[ids.length];
        for (int i = 0; i < ids.length; i++) {
            times[i] = Timestamp.from(taken.getOrDefault(ids[i], Instant.EPOCH));
        }
        jdbc.sql("UPDATE " + table + " SET " + column + " = greatest(" + column + ", seen.at)"
                        + " FROM unnest(:ids::uuid[], :times::timestamptz[]) AS seen (id, at) WHERE " + table
                        + ".id = seen.id")
                .param("ids", ids)
                .param("times", times)
                .update();
        taken.forEach(seen::remove);
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("access-sightings").factory());
        var _ = started.scheduleWithFixedDelay(this::flushOrSay, 1, 1, TimeUnit.MINUTES);
        clock = started;
    }

    @Override
    public void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
            flushOrSay();
        }
    }

    /// Written down while the last requests are answered; a database that does not answer holds nothing up.
    @Override
    public void stop(Runnable callback) {
        Ending.beside("sightings", this::stop, callback);
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    private void flushOrSay() {
        try {
            flush();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Last sightings of accounts and tokens were not written: {}", e.getMessage());
        }
    }
}
