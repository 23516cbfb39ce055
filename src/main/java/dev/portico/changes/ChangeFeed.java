package dev.portico.changes;

import dev.portico.changes.internal.Relay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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

    ChangeFeed(JdbcClient database, Relay relay) {
        this.database = database;
        this.relay = relay;
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

    /// The rows after a position that a durable reader may pass, in the one order that skips no late committer.
    ///
    /// @param limit how many at most
    public List<FeedRow> read(FeedPosition after, int limit) {
        return relay.rows(after, limit).stream().filter(FeedRow::settled).toList();
    }
}
