package dev.portico.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/// Links rows that are committed. Its methods run in the caller's transaction, and one caller in the cluster at a time
/// holds the chain.
@Component
final class Chain {

    /// How many rows one step links at most.
    static final int STEP = 500;

    private final JdbcOperations database;
    private final ChainKeys keys;

    Chain(JdbcOperations database, ChainKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /// Whether rows wait to be linked.
    boolean isWaited() {
        return Boolean.TRUE.equals(database.queryForObject("SELECT EXISTS (SELECT FROM audit_pending)", Boolean.class));
    }

    /// Takes the chain until the transaction ends, unless somebody else has it.
    boolean take() {
        return !database.queryForList("SELECT only_one FROM audit_chain FOR UPDATE SKIP LOCKED", Boolean.class)
                .isEmpty();
    }

    /// Takes the chain until the transaction ends, once whoever has it lets it go.
    void await() {
        database.queryForList("SELECT only_one FROM audit_chain FOR UPDATE", Boolean.class);
    }

    /// Links what waits, at most [#STEP] rows, and signs the end. The chain has to be taken.
    ///
    /// @return the new end; empty where nothing waited
    Optional<Head> link() {
        List<Linked> rows = database.query(
                "SELECT entry.* FROM audit_pending JOIN audit_entry AS entry ON entry.id = audit_pending.entry"
                        + " ORDER BY entry.at, entry.id LIMIT " + STEP,
                Chain::digested);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Head head = head();
        List<Object[]> links = new ArrayList<>();
        for (Linked row : rows) {
            head = new Head(head.n() + 1, Digest.ofLink(head.link(), head.n() + 1, row.digest));
            links.add(new Object[] {head.n(), row.entry, row.digest, head.link()});
        }
        database.batchUpdate("INSERT INTO audit_link (n, entry, digest, link) VALUES (?, ?, ?, ?)", links);
        database.update("DELETE FROM audit_pending WHERE entry = ANY (?)", (Object)
                rows.stream().map(Linked::entry).toArray(UUID[]::new));
        sign(head);
        return Optional.of(head);
    }

    /// The end of the chain.
    Head head() {
        return database
                .query(
                        "(SELECT n, link FROM audit_link ORDER BY n DESC LIMIT 1) UNION ALL"
                                + " (SELECT n, link FROM audit_stub ORDER BY n DESC LIMIT 1) ORDER BY n DESC LIMIT 1",
                        (row, number) -> new Head(row.getLong("n"), row.getBytes("link")))
                .stream()
                .findFirst()
                .orElse(Head.ORIGIN);
    }

    /// Whether the chain still has what once was its end; rows that a stub stands for are taken on trust.
    boolean has(Head former) {
        List<Head> found = database.query(
                "SELECT n, link FROM audit_link WHERE n = ? UNION ALL SELECT n, link FROM audit_stub WHERE n = ?",
                (row, number) -> new Head(row.getLong("n"), row.getBytes("link")),
                former.n(),
                former.n());
        if (!found.isEmpty()) {
            return found.contains(former);
        }
        Long gone = database.queryForObject("SELECT coalesce(max(n), 0) FROM audit_stub", Long.class);
        return gone != null && former.n() <= gone;
    }

    /// Puts a signed stub in the place of the rows up to the head, which were verified.
    void retire(Head last) {
        OffsetDateTime at = clock();
        insertSigned("audit_stub", last, at, keys.own().sign(Statement.stub(last.n(), last.link(), at.toInstant())));
        database.execute("GRANT DELETE ON audit_entry TO CURRENT_USER");
        database.update(
                "DELETE FROM audit_entry USING audit_link WHERE audit_link.entry = audit_entry.id AND audit_link.n <= ?",
                last.n());
        database.execute("REVOKE DELETE ON audit_entry FROM CURRENT_USER");
        database.update("DELETE FROM audit_link WHERE n <= ?", last.n());
        database.update("DELETE FROM audit_checkpoint WHERE n <= ?", last.n());
    }

    /// The time by the clock that rows are dated by.
    Instant now() {
        return clock().toInstant();
    }

    /// Writes down that the keys of before were this portal's.
    void vouch() {
        keys.vouch(database);
    }

    private void sign(Head head) {
        OffsetDateTime at = clock();
        insertSigned(
                "audit_checkpoint",
                head,
                at,
                keys.own().sign(Statement.checkpoint(head.n(), head.link(), at.toInstant())));
    }

    private void insertSigned(String table, Head head, OffsetDateTime at, byte[] signature) {
        database.update(
                "INSERT INTO " + table + " (n, link, at, key, signature) VALUES (?, ?, ?, ?, ?)",
                head.n(),
                head.link(),
                at,
                keys.own().id(),
                signature);
    }

    private OffsetDateTime clock() {
        OffsetDateTime now = database.queryForObject("SELECT clock_timestamp()", OffsetDateTime.class);
        return now == null ? OffsetDateTime.now(ZoneOffset.UTC) : now;
    }

    private static Linked digested(ResultSet row, int number) throws SQLException {
        return new Linked(row.getObject("id", UUID.class), Digest.ofEntry(row));
    }

    @SuppressWarnings("ArrayRecordComponent") // Rows are never compared.
    private record Linked(UUID entry, byte[] digest) {}
}
