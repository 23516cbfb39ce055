package dev.portico.access.internal;

import dev.portico.storage.WriteBehind;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers when accounts and tokens were last seen, and writes it down once a minute, so that no request writes to
/// the database because it read. What a crash loses is a minute of sightings.
@Component
final class Sightings extends WriteBehind {

    private final JdbcClient jdbc;
    private final Map<UUID, Instant> accounts = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> tokens = new ConcurrentHashMap<>();

    Sightings(JdbcClient jdbc) {
        super("access-sightings", Duration.ofMinutes(1));
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
    @Override
    protected void flush() {
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
}
