package dev.portico.notifications.internal;

import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.notifications.NewNotification;
import dev.portico.notifications.Notification;
import dev.portico.notifications.Notifications;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// The inboxes in the database. Each change is published with the account that it is about.
@Service
public final class Inboxes implements Notifications {

    /// What the feed calls it when an inbox has changed; its keys are accounts.
    public static final String TOPIC = "notifications.inbox";

    private final JdbcClient jdbc;
    private final ChangeFeed feed;
    private final TransactionOperations transactions;

    Inboxes(JdbcClient jdbc, ChangeFeed feed, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.feed = feed;
        this.transactions = transactions;
    }

    @Override
    public void send(Collection<UUID> accounts, NewNotification notification) {
        Set<UUID> each = new LinkedHashSet<>(accounts);
        transactions.executeWithoutResult(status -> {
            each.forEach(account -> insert(account, notification));
            feed.publish(TOPIC, each.stream().map(UUID::toString).toList());
        });
    }

    @Override
    public void settle(String link) {
        transactions.executeWithoutResult(status -> feed.publish(
                TOPIC,
                jdbc.sql("UPDATE notifications_entry SET read_at = now() WHERE link = ? AND read_at IS NULL"
                                + " RETURNING account")
                        .param(link)
                        .query((row, number) -> row.getString("account"))
                        .list()));
    }

    /// An account that was removed meanwhile has no inbox.
    private void insert(UUID account, NewNotification notification) {
        jdbc.sql("INSERT INTO notifications_entry (id, account, kind, title, body, link)"
                        + " SELECT ?, id, ?, ?, ?, ? FROM access_account WHERE id = ?")
                .params(
                        Ids.next(),
                        notification.kind(),
                        notification.title(),
                        notification.text(),
                        notification.link(),
                        account)
                .update();
    }

    @Override
    public long unread(Reader reader) {
        return jdbc.sql("SELECT count(*) FROM notifications_entry WHERE account = ? AND read_at IS NULL")
                .param(reader.account())
                .query(Long.class)
                .single();
    }

    @Override
    public List<Notification> list(Reader reader, boolean unread, @Nullable UUID after, int limit) {
        return jdbc.sql("SELECT * FROM notifications_entry WHERE account = :account"
                        + " AND (NOT :unread OR read_at IS NULL) AND (:after::uuid IS NULL OR id < :after::uuid)"
                        + " ORDER BY id DESC LIMIT :limit")
                .param("account", reader.account())
                .param("unread", unread)
                .param("after", after)
                .param("limit", Math.clamp(limit, 1, LONGEST_LIST))
                .query((row, number) -> new Notification(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getString("link"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getObject("read_at") != null))
                .list();
    }

    @Override
    public void mark(Reader reader, UUID id, boolean read) {
        int marked = changed(
                reader,
                "UPDATE notifications_entry SET read_at = CASE WHEN :read THEN coalesce(read_at, now()) END"
                        + " WHERE account = :account AND id = :id",
                id,
                read);
        if (marked == 0) {
            throw new Refusal.NotFound("notification-unknown", "You have no notification with the id " + id);
        }
    }

    @Override
    public void markAllRead(Reader reader) {
        changed(
                reader,
                "UPDATE notifications_entry SET read_at = now()"
                        + " WHERE :read AND account = :account AND read_at IS NULL AND :id::uuid IS NULL",
                null,
                true);
    }

    private int changed(Reader reader, String sql, @Nullable UUID id, boolean read) {
        @Nullable UUID account = reader.account();
        if (account == null) {
            return 0;
        }
        @Nullable
        Integer changed = transactions.execute(status -> {
            int rows = jdbc.sql(sql)
                    .param("account", account)
                    .param("id", id)
                    .param("read", read)
                    .update();
            if (rows > 0) {
                feed.publish(TOPIC, List.of(account.toString()));
            }
            return rows;
        });
        return changed == null ? 0 : changed;
    }

    /// Takes away what is older than that.
    void prune(Duration keep) {
        jdbc.sql("DELETE FROM notifications_entry WHERE sent_at < now() - ? * interval '1 second'")
                .param(keep.toSeconds())
                .update();
    }
}
