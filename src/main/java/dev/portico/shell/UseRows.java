package dev.portico.shell;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of what accounts use.
@Component
final class UseRows {

    private final JdbcClient jdbc;

    UseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What an account uses, by item: its latest ones.
    Map<String, Use> of(UUID account) {
        Map<String, Use> uses = new HashMap<>();
        jdbc.sql("SELECT item, score, used_at FROM shell_use WHERE account = ? ORDER BY used_at DESC LIMIT ?")
                .params(account, Uses.KEPT)
                .query((row, number) -> new Use(
                        row.getString("item"),
                        row.getDouble("score"),
                        row.getTimestamp("used_at").toInstant()))
                .list()
                .forEach(use -> uses.put(use.item(), use));
        return uses;
    }

    /// Adds uses to those written before, in the order of their keys. Leaves out those of accounts that have gone, and
    /// lets go of what has not been used longest.
    void add(Map<Uses.Key, Use> uses) {
        List<Map.Entry<Uses.Key, Use>> sorted = uses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        java.util.Comparator.comparing(Uses.Key::account).thenComparing(Uses.Key::item)))
                .toList();
        jdbc.sql("""
                        INSERT INTO shell_use (account, item, score, used_at)
                        SELECT used.* FROM unnest(:accounts::uuid[], :items::text[], :scores::float8[],
                            :times::timestamptz[]) AS used (account, item, score, used_at)
                        JOIN access_account ON access_account.id = used.account
                        ON CONFLICT (account, item) DO UPDATE SET
                            score = excluded.score + shell_use.score * power(0.5, greatest(0,
                                extract(epoch FROM excluded.used_at - shell_use.used_at)) / 604800),
                            used_at = greatest(shell_use.used_at, excluded.used_at)""")
                .param(
                        "accounts",
                        sorted.stream().map(use -> use.getKey().account()).toArray(UUID[]::new))
                .param("items", sorted.stream().map(use -> use.getKey().item()).toArray(String[]::new))
                .param(
                        "scores",
                        sorted.stream().map(use -> use.getValue().score()).toArray(Double[]::new))
                .param(
                        "times",
                        sorted.stream()
                                .map(use -> Timestamp.from(use.getValue().at()))
                                .toArray(Timestamp[]::new))
                .update();
        jdbc.sql("""
                        DELETE FROM shell_use AS old USING (
                            SELECT account, item, row_number() OVER (PARTITION BY account ORDER BY used_at DESC) AS place
                            FROM shell_use WHERE account = ANY (:accounts::uuid[])) AS ranked
                        WHERE ranked.place > :kept AND old.account = ranked.account AND old.item = ranked.item""")
                .param(
                        "accounts",
                        sorted.stream()
                                .map(use -> use.getKey().account())
                                .distinct()
                                .toArray(UUID[]::new))
                .param("kept", Uses.KEPT)
                .update();
    }
}
