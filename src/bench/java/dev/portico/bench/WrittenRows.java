package dev.portico.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tells how many rows of content were written since a moment, by the transaction that each row is from.
///
/// PostgreSQL's own counts would come up to ten seconds late: a connection that falls idle keeps them for that long.
final class WrittenRows {

    private static final List<String> CONTENT = List.of(
            "catalog_entity",
            "catalog_revision",
            "catalog_relation",
            "catalog_file",
            "catalog_problem",
            "catalog_link_problem",
            "changes_feed");

    private final JdbcClient database;
    private final long transaction;
    private final Map<String, Long> before = new LinkedHashMap<>();

    private WrittenRows(JdbcClient database) {
        this.database = database;
        this.transaction = number("select pg_current_xact_id()::text::bigint");
        CONTENT.forEach(table -> before.put(table, number("select count(*) from " + table)));
    }

    /// Begins to count now.
    static WrittenRows from(JdbcClient database) {
        return new WrittenRows(database);
    }

    /// For each table that was written to: rows added or changed, and rows that there are fewer.
    Map<String, Long> count() {
        Map<String, Long> written = new LinkedHashMap<>();
        before.forEach((table, rows) -> {
            long fresh = number("select count(*) from " + table + " where xmin::text::bigint >= " + transaction);
            long fewer = Math.max(0, rows - number("select count(*) from " + table));
            if (fresh + fewer > 0) {
                written.put(table, fresh + fewer);
            }
        });
        return written;
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
