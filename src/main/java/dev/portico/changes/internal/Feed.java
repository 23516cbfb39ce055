package dev.portico.changes.internal;

import dev.portico.changes.FeedPosition;
import dev.portico.changes.FeedRow;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The feed's rows in PostgreSQL.
@Component
final class Feed {

    private final JdbcClient database;

    Feed(JdbcClient database) {
        this.database = database;
    }

    /// The committed rows after a position, in the order of their transactions.
    List<FeedRow> rows(FeedPosition after, int limit) {
        return database.sql("""
                        SELECT xid::text AS xid, seq, topic, keys, xid < pg_snapshot_xmin(pg_current_snapshot()) AS settled
                        FROM changes_feed
                        WHERE (xid, seq) > (:xid::xid8, :seq)
                        ORDER BY xid, seq LIMIT :limit
                        """)
                .param("xid", Long.toString(after.transaction()))
                .param("seq", after.row())
                .param("limit", limit)
                .query((row, number) -> new FeedRow(
                        new FeedPosition(Long.parseLong(row.getString("xid")), row.getLong("seq")),
                        row.getString("topic"),
                        keys(row),
                        row.getBoolean("settled")))
                .list();
    }

    /// The position before everything that a transaction running now, or later, may still commit.
    FeedPosition now() {
        String oldest = database.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        return new FeedPosition(Long.parseLong(oldest), 0);
    }

    /// The time by the clock that rows are dated and pruned by.
    Instant clock() {
        return database.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /// The identity of this database's feed. Backups leave it out, so that a restored database has another.
    UUID origin() {
        return database.sql("SELECT id FROM changes_origin").query(UUID.class).single();
    }

    /// Deletes rows that every reader has passed long ago, and those of another database's life: their transaction ids
    /// are in the future.
    void prune(Duration age) {
        database.sql("""
                        DELETE FROM changes_feed
                        WHERE at < clock_timestamp() - make_interval(secs => :seconds)
                           OR xid > pg_snapshot_xmax(pg_current_snapshot())
                        """).param("seconds", age.toSeconds()).update();
    }

    void notifyNodes(String node) {
        database.sql("SELECT pg_notify('portico_changes', ?)")
                .param(node)
                .query()
                .singleRow();
    }

    private static List<String> keys(ResultSet row) throws SQLException {
        Array array = row.getArray("keys");
        return List.of((String[]) array.getArray());
    }
}
