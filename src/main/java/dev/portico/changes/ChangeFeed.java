package dev.portico.changes;

import dev.portico.changes.internal.Relay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The front door of the change feed.
@Service
public final class ChangeFeed {

    /// How many keys one row holds at most.
    public static final int KEYS_A_ROW = 1_000;

    private final JdbcClient database;
    private final Relay relay;
    private final ChangesSettings settings;

    ChangeFeed(JdbcClient database, Relay relay, ChangesSettings settings) {
        this.database = database;
        this.relay = relay;
        this.settings = settings;
    }

    /// Tells listeners of the topic, on every node, that these keys changed, once the caller's transaction is
    /// committed. Costs an insert for each thousand keys; no keys cost nothing.
    ///
    /// @throws IllegalStateException when the thread is in no transaction: the row could outlive its change
    public void publish(String topic, Collection<String> keys) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "The change of " + topic + " has to be published in the transaction that makes it");
        }
        List<String> distinct = new ArrayList<>(new LinkedHashSet<>(keys));
        for (int from = 0; from < distinct.size(); from += KEYS_A_ROW) {
            List<String> some = distinct.subList(from, Math.min(from + KEYS_A_ROW, distinct.size()));
            database.sql("INSERT INTO changes_feed (topic, keys) VALUES (?, ?)")
                    .param(topic)
                    .param(some.toArray(String[]::new))
                    .update();
        }
        if (!distinct.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    relay.published();
                }
            });
        }
    }

    /// A way along the feed from a position that was remembered, or from [#now].
    public FeedCursor from(FeedPosition position) {
        return new FeedCursor(relay::rows, position);
    }

    /// The position before everything that is not committed yet.
    public FeedPosition now() {
        return relay.now();
    }

    /// Runs something, on a thread of the feed's, soon after each commit that published on any node. It has to be
    /// quick.
    public void onArrival(Runnable reaction) {
        relay.onArrival(reaction);
    }

    /// What tells this database's feed from every other: a position of one means nothing in another.
    public UUID origin() {
        return relay.origin();
    }

    /// The time by the database's clock, by which rows grow old; a node's own may be another.
    public Instant clock() {
        return relay.clock();
    }

    /// Whether all that came after the position, which was read at that moment of [#clock()], is still in this feed.
    public boolean reaches(FeedPosition position, Instant readAt) {
        boolean recent = readAt.isAfter(relay.clock().minus(settings.keep().dividedBy(2)));
        return recent && position.compareTo(relay.now()) <= 0;
    }
}
