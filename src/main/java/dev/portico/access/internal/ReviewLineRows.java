package dev.portico.access.internal;

import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewLine.Outcome;
import dev.portico.access.ReviewLine.Way;
import dev.portico.access.SubjectNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lines of reviews in the database.
@Repository
class ReviewLineRows {

    private final JdbcClient jdbc;
    private final SubjectNames names;

    ReviewLineRows(JdbcClient jdbc, SubjectNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    void insert(UUID review, List<ReviewLine> lines) {
        jdbc.sql("""
                        INSERT INTO access_review_line (review, line, role, way, holder, label, account, via, people,
                            until, since, last_used)
                        SELECT :review, row.* FROM unnest(:lines::integer[], :roles::text[], :ways::text[],
                            :holders::text[], :labels::text[], :accounts::uuid[], :vias::text[], :people::integer[],
                            :untils::timestamptz[], :sinces::timestamptz[], :used::date[]) AS row
                        """)
                .param("review", review)
                .param("lines", lines.stream().map(ReviewLine::number).toArray(Integer[]::new))
                .param("roles", texts(lines, ReviewLine::role))
                .param("ways", texts(lines, line -> line.way().name()))
                .param("holders", texts(lines, ReviewLine::holder))
                .param("labels", texts(lines, ReviewLine::label))
                .param("accounts", texts(lines, ReviewLine::account))
                .param("vias", texts(lines, ReviewLine::via))
                .param("people", lines.stream().map(ReviewLine::people).toArray(Integer[]::new))
                .param("untils", texts(lines, ReviewLine::until))
                .param("sinces", texts(lines, ReviewLine::since))
                .param("used", texts(lines, ReviewLine::lastUsed))
                .update();
    }

    List<ReviewLine> of(UUID review) {
        Set<String> deciders = new HashSet<>(jdbc.sql(
                        "SELECT DISTINCT decided_by FROM access_review_line WHERE review = ? AND decided_by IS NOT NULL")
                .param(review)
                .query(String.class)
                .list());
        Map<String, String> called = names.of(deciders);
        return jdbc.sql("SELECT * FROM access_review_line WHERE review = ? ORDER BY line")
                .param(review)
                .query((row, number) -> line(row, called))
                .list();
    }

    void decide(UUID review, int line, @Nullable Decision decision, String reason, String by, boolean own) {
        jdbc.sql("UPDATE access_review_line SET version = version + 1, decision = :decision, reason = :reason,"
                        + " decided_by = :by, decided_at = CASE WHEN :decided THEN now() END, own = :own"
                        + " WHERE review = :review AND line = :line")
                .param("decision", decision == null ? null : decision.name())
                .param("decided", decision != null)
                .param("reason", reason)
                .param("by", decision == null ? null : by)
                .param("own", own && decision != null)
                .param("review", review)
                .param("line", line)
                .update();
    }

    void end(UUID review, int line, Outcome outcome, String remark) {
        jdbc.sql("UPDATE access_review_line SET outcome = ?, remark = ? WHERE review = ? AND line = ?")
                .params(outcome.name(), remark, review, line)
                .update();
    }

    private static @Nullable String[] texts(List<ReviewLine> lines, Function<ReviewLine, @Nullable Object> value) {
        return lines.stream().map(value).map(each -> text(each)).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof Instant time
                ? time.atOffset(ZoneOffset.UTC).toString()
                : value == null ? null : value.toString();
    }

    private static ReviewLine line(ResultSet row, Map<String, String> called) throws SQLException {
        @Nullable String decision = row.getString("decision");
        @Nullable String outcome = row.getString("outcome");
        @Nullable String decider = row.getString("decided_by");
        return new ReviewLine(
                row.getInt("line"),
                row.getInt("version"),
                row.getString("role"),
                Way.valueOf(row.getString("way")),
                row.getString("holder"),
                row.getString("label"),
                row.getObject("account", UUID.class),
                row.getString("via"),
                row.getInt("people"),
                ReviewRows.instant(row, "until"),
                ReviewRows.instant(row, "since"),
                row.getObject("last_used", LocalDate.class),
                decision == null ? null : Decision.valueOf(decision),
                row.getString("reason"),
                row.getString("decided_by"),
                decider == null ? null : called.getOrDefault(decider, decider),
                ReviewRows.instant(row, "decided_at"),
                row.getBoolean("own"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("remark"));
    }
}
