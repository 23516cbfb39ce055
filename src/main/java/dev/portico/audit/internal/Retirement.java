package dev.portico.audit.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Puts signed stubs in the place of old rows.
@Component
final class Retirement {

    private static final Logger log = LoggerFactory.getLogger(Retirement.class);
    private static final int AT_ONCE = 50_000;

    private final Chain chain;
    private final ChainKeys keys;

    Retirement(Chain chain, ChainKeys keys) {
        this.chain = chain;
        this.keys = keys;
    }

    /// Lets go of the rows before a time, in the caller's transaction, as many as one step takes: those that were
    /// linked before any that is as young, so none that stays is behind one that goes.
    ///
    /// @return the last row that is gone; empty where none is
    Optional<Head> retire(Connection connection, Instant before) throws SQLException {
        chain.await();
        ChainWalk walk = new ChainWalk(connection, keys.trusted(connection));
        walk.walk(before, AT_ONCE);
        if (walk.problem() != null) {
            log.error(
                    "No row of the audit trail goes for its age, since the trail does not verify: {}", walk.problem());
            return Optional.empty();
        }
        // Never the end of the chain, which the next link follows.
        Head last = walk.head();
        if (last.n() < walk.from() || last.n() >= chain.head().n()) {
            return Optional.empty();
        }
        chain.retire(last);
        log.info("The audit trail begins behind row {}; older rows are gone", last.n());
        return Optional.of(last);
    }
}
