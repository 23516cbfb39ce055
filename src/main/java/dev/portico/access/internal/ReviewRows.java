package dev.portico.access.internal;

import dev.portico.access.AccessReview;
import dev.portico.access.AccessReview.Progress;
import dev.portico.access.AccessReview.Reviewer;
import dev.portico.access.NewAccessReview;
import dev.portico.access.Role;
import dev.portico.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The reviews in the database.
@Repository
class ReviewRows {

    private static final String SELECT = """
            SELECT review.*, line.*,
                ARRAY(SELECT reviewer.name FROM access_reviewer AS reviewer
                      WHERE reviewer.review = review.id ORDER BY reviewer.name) AS reviewer_names,
                ARRAY(SELECT reviewer.display_name FROM access_reviewer AS reviewer
                      WHERE reviewer.review = review.id ORDER BY reviewer.name) AS reviewer_labels,
                ARRAY(SELECT account.id FROM access_reviewer AS reviewer
                      LEFT JOIN access_account AS account ON account.id = reviewer.account AND account.enabled
                      WHERE reviewer.review = review.id ORDER BY reviewer.name) AS reviewer_accounts
            FROM access_review AS review
            CROSS JOIN LATERAL (
                SELECT count(*) AS lines, count(*) FILTER (WHERE decision = 'KEEP') AS kept,
                    count(*) FILTER (WHERE decision = 'REMOVE') AS removed,
                    count(*) FILTER (WHERE outcome IN ('LEFT', 'CHANGED')) AS remaining,
                    count(*) FILTER (WHERE decision IS NULL AND way = 'THROUGH_ROLE') AS through
                FROM access_review_line WHERE access_review_line.review = review.id) AS line
            """;

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(NewAccessReview asked, Collection<Role> roles, int policy, @Nullable LocalDate recorded, String by) {
        UUID id = Ids.next();
        jdbc.sql("""
                        INSERT INTO access_review (id, title, role, space, roles, policy, recorded_since, made_by, due_at)
                        VALUES (:id, :title, :role, :space, :roles, :policy, :recorded, :by, :due)
                        """)
                .param("id", id)
                .param("title", asked.title())
                .param("role", asked.scope().role())
                .param("space", roles.iterator().next().space())
                .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .param("policy", policy)
                .param("recorded", recorded)
                .param("by", by)
                .param("due", asked.due().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    void reviewer(UUID review, Reviewer reviewer) {
        jdbc.sql("INSERT INTO access_reviewer (review, name, display_name, account) VALUES (?, ?, ?, ?)")
                .params(review, reviewer.name(), reviewer.displayName(), Objects.requireNonNull(reviewer.account()))
                .update();
    }

    void removeReviewer(UUID review, String name) {
        jdbc.sql("DELETE FROM access_reviewer WHERE review = ? AND name = ?")
                .params(review, name)
                .update();
    }

    /// Another moment, of which the reviewers are to hear again once it is over.
    void due(UUID review, Instant due) {
        jdbc.sql("UPDATE access_review SET due_at = ?, told_at = NULL WHERE id = ?")
                .params(due.atOffset(ZoneOffset.UTC), review)
                .update();
    }

    /// Counts a change.
    void count(UUID review) {
        jdbc.sql("UPDATE access_review SET version = version + 1 WHERE id = ?")
                .param(review)
                .update();
    }

    Optional<AccessReview> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE review.id = ?")
                .param(id)
                .query(ReviewRows::review)
                .optional();
    }

    /// The same, locked until the transaction ends.
    Optional<AccessReview> lock(UUID id) {
        jdbc.sql("SELECT id FROM access_review WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /// Newest first.
    List<AccessReview> list(@Nullable Boolean open, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        SELECT + "WHERE (:any OR (review.closed_at IS NULL) = :open)"
                                + " AND (:after::uuid IS NULL OR review.id < :after::uuid) ORDER BY review.id DESC LIMIT :limit")
                .param("any", open == null)
                .param("open", Boolean.TRUE.equals(open))
                .param("after", after)
                .param("limit", limit)
                .query(ReviewRows::review)
                .list();
    }

    void close(UUID id, String by) {
        jdbc.sql("UPDATE access_review SET closed_by = ?, closed_at = now() WHERE id = ?")
                .params(by, id)
                .update();
    }

    /// Those that are overdue and whose reviewers were not told. They stay locked until the transaction ends.
    List<AccessReview> overdue() {
        List<UUID> ids = jdbc.sql("SELECT id FROM access_review WHERE closed_at IS NULL AND told_at IS NULL"
                        + " AND due_at <= now() ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED")
                .query(ReviewRows::id)
                .list();
        jdbc.sql("UPDATE access_review SET told_at = now() WHERE id = ANY(?)")
                .param(ids.toArray(UUID[]::new))
                .update();
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    void prune(Duration keep) {
        jdbc.sql("DELETE FROM access_review WHERE closed_at < now() - ? * interval '1 second'")
                .param(keep.toSeconds())
                .update();
    }

    /// Removes what somebody has begun.
    List<UUID> removeOf(String by) {
        return jdbc.sql("DELETE FROM access_review WHERE made_by = ? RETURNING id")
                .param(by)
                .query(ReviewRows::id)
                .list();
    }

    /// Enabled accounts by name, with their ids and labels.
    List<Reviewer> accounts(Set<String> names) {
        return jdbc.sql(
                        "SELECT id, name, display_name FROM access_account WHERE enabled AND name = ANY(?) ORDER BY name")
                .param(names.toArray(String[]::new))
                .query((row, line) -> new Reviewer(
                        row.getString("name"), row.getString("display_name"), row.getObject("id", UUID.class)))
                .list();
    }

    private static AccessReview review(ResultSet row, int number) throws SQLException {
        return new AccessReview(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("title"),
                row.getString("role"),
                row.getString("space"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getInt("policy"),
                row.getObject("recorded_since", LocalDate.class),
                row.getString("made_by"),
                Objects.requireNonNull(instant(row, "made_at")),
                Objects.requireNonNull(instant(row, "due_at")),
                row.getString("closed_by"),
                instant(row, "closed_at"),
                reviewers(row),
                new Progress(
                        row.getInt("lines"),
                        row.getInt("kept"),
                        row.getInt("removed"),
                        row.getInt("remaining"),
                        row.getInt("through")));
    }

    private static UUID id(ResultSet row, int number) throws SQLException {
        return Objects.requireNonNull(row.getObject("id", UUID.class));
    }

    private static List<Reviewer> reviewers(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("reviewer_names").getArray();
        String[] labels = (String[]) row.getArray("reviewer_labels").getArray();
        @Nullable UUID[] accounts = (UUID[]) row.getArray("reviewer_accounts").getArray();
        List<Reviewer> reviewers = new ArrayList<>();
        for (int at = 0; at < names.length; at++) {
            reviewers.add(new Reviewer(names[at], labels[at], accounts[at]));
        }
        return reviewers;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
