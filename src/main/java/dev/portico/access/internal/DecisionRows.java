package dev.portico.access.internal;

import dev.portico.access.internal.DecisionLog.Asked;
import dev.portico.access.internal.DecisionRecords.Row;
import dev.portico.storage.BulkDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The recorded decisions in the database.
@Repository
class DecisionRows {

    private final JdbcClient jdbc;
    private final BulkDatabase bulk;

    DecisionRows(JdbcClient jdbc, BulkDatabase bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /// Writes decisions down. Those of the day that are there already stay as they are.
    void insert(LocalDate day, List<Row> rows) {
        jdbc.sql("""
                        INSERT INTO access_decision (day, subject, permission, asked, thing_type, thing_id, result)
                        SELECT :day, row.* FROM unnest(:subjects::text[], :permissions::text[], :asked::text[],
                            :types::text[], :ids::text[], :results::text[]) AS row
                        ON CONFLICT DO NOTHING
                        """)
                .param("day", day)
                .param("subjects", column(rows, Row::subject))
                .param("permissions", column(rows, Row::permission))
                .param("asked", column(rows, row -> row.asked().name()))
                .param("types", column(rows, Row::type))
                .param("ids", column(rows, Row::id))
                .param("results", column(rows, row -> row.result().name()))
                .update();
    }

    /// Adds to how many decisions of a day found no room.
    void miss(LocalDate day, long count) {
        jdbc.sql("INSERT INTO access_decision_missed (day, count) VALUES (:day, :count) ON CONFLICT (day)"
                        + " DO UPDATE SET count = access_decision_missed.count + excluded.count")
                .param("day", day)
                .param("count", count)
                .update();
    }

    /// Removes what is of days before this one.
    ///
    /// @return how many decisions
    int removeBefore(LocalDate day) {
        jdbc.sql("DELETE FROM access_decision_missed WHERE day < ?").param(day).update();
        return jdbc.sql("DELETE FROM access_decision WHERE day < ?").param(day).update();
    }

    /// Different questions of any day, the latest first. Looks at all rows of all days, which takes longer than a
    /// request may have of the database, and so goes by the bulk route, with a limit of its own.
    ///
    /// @throws IllegalStateException when the thread is in a transaction already
    List<Question> questions(int limit) {
        return bulk.transaction(connection -> {
            jdbc.sql("SET LOCAL statement_timeout = '30s'").update();
            return latest(limit);
        });
    }

    private List<Question> latest(int limit) {
        return jdbc.sql("""
                        SELECT subject, permission, asked, thing_type, thing_id FROM access_decision
                        WHERE made_by IS NULL GROUP BY subject, permission, asked, thing_type, thing_id
                        ORDER BY max(day) DESC, subject, permission, asked, thing_type, thing_id LIMIT ?
                        """)
                .param(limit)
                .query((row, number) -> new Question(
                        row.getString(1),
                        row.getString(2),
                        Asked.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    /// How much there is.
    Stock stock() {
        return jdbc.sql("SELECT count(*), min(day), (SELECT coalesce(sum(count), 0) FROM access_decision_missed)"
                        + " FROM access_decision WHERE made_by IS NULL")
                .query((row, number) -> new Stock(row.getLong(1), row.getObject(2, LocalDate.class), row.getLong(3)))
                .single();
    }

    private static String[] column(List<Row> rows, Function<Row, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /// What somebody asked for, whatever came out.
    record Question(String subject, String permission, Asked asked, String type, String id) {}

    /// @param decisions how many
    /// @param since     the first day that there are any of; null where there are none
    /// @param missed    how many found no room
    record Stock(long decisions, @Nullable LocalDate since, long missed) {}
}
