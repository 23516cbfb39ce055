package dev.portico.access.internal;

import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The policy that decides at this moment, at most half a second older than what the database says. What was made ready
/// of a policy is kept until another is in force: a published policy never changes.
///
/// There is no decision without it. Where it cannot be read, everything is refused.
@Component
final class PolicyInForce {

    private static final Logger log = LoggerFactory.getLogger(PolicyInForce.class);

    private final JdbcClient jdbc;
    private final SpaceOwners spaces;
    private final FreshCache<Boolean, Moment> cache = new FreshCache<>(any -> read());
    private volatile @Nullable Ready ready;

    /// @param first has seen to it that there is one
    PolicyInForce(JdbcClient jdbc, SpaceOwners spaces, FirstPolicy first) {
        this.jdbc = jdbc;
        this.spaces = spaces;
        first.seed();
    }

    /// What answers by it at this moment. Usually costs a look into memory, at most twice a second a row read by its
    /// key.
    ///
    /// @throws Refusal.Unavailable where it cannot be read
    Evaluator evaluator() {
        Moment moment = cache.value(Boolean.TRUE);
        Ready current = moment.ready;
        if (current == null) {
            throw new Refusal.Unavailable(
                    "policy-unreadable",
                    "The policy in force cannot be read, so nobody may anything. Whoever runs the portal can put one in"
                            + " force: ./portico access break-glass NAME");
        }
        return new Evaluator(current.number, current.roles, moment.now(), spaces);
    }

    /// Makes the next decision look into the database.
    void forget() {
        cache.forgetAll();
    }

    private Moment read() {
        long nanos = System.nanoTime();
        Optional<Row> row = jdbc.sql("SELECT number, now() FROM access_policy_force")
                .query((set, line) -> new Row(
                        set.getInt(1),
                        set.getObject(2, java.time.OffsetDateTime.class).toInstant()))
                .optional();
        if (row.isEmpty()) {
            log.error("No policy is in force; everything is refused");
            return new Moment(null, Instant.EPOCH, nanos);
        }
        Ready known = ready;
        int number = row.get().number;
        if (known == null || known.number != number) {
            known = made(number);
            ready = known;
        }
        return new Moment(known, row.get().now, nanos);
    }

    private @Nullable Ready made(int number) {
        String document = jdbc.sql("SELECT document FROM access_policy WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
        try {
            return new Ready(number, new RoleSet(PolicyDocument.read(document)));
        } catch (Refusal.InvalidInput unreadable) {
            log.error(
                    "Policy {} is in force and cannot be read; everything is refused: {}", number, unreadable.reason());
            return null;
        }
    }

    private record Row(int number, Instant now) {}

    private record Ready(int number, RoleSet roles) {}

    /// @param database the database's time when it was read
    /// @param nanos    this node's at that moment
    private record Moment(@Nullable Ready ready, Instant database, long nanos) {

        Instant now() {
            return database.plus(Duration.ofNanos(System.nanoTime() - nanos));
        }
    }
}
