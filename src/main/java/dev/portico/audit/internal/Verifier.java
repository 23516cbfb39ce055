package dev.portico.audit.internal;

import dev.portico.audit.Verification;
import dev.portico.audit.Verification.Kind;
import dev.portico.audit.Verification.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks at the whole trail: each row, link and signature, that nothing is gone from either end, and that there is no
/// row beside the chain. The connection's transaction should see one snapshot.
public final class Verifier {

    private static final String BESIDE = """
            SELECT id FROM audit_entry AS entry
            WHERE NOT EXISTS (SELECT FROM audit_link WHERE entry = entry.id)
                AND NOT EXISTS (SELECT FROM audit_pending WHERE entry = entry.id)
            ORDER BY at, id LIMIT 1
            """;

    private static final String LOST = """
            SELECT entry FROM audit_pending AS pending
            WHERE NOT EXISTS (SELECT FROM audit_entry WHERE id = pending.entry) ORDER BY entry LIMIT 1
            """;

    private final Connection connection;
    private final ChainKeys keys;
    private final List<Head> noted;

    /// @param noted rows and links that somebody noted down before, which the chain has to have
    public Verifier(Connection connection, ChainKeys keys, List<Head> noted) {
        this.connection = connection;
        this.keys = keys;
        this.noted = List.copyOf(noted);
    }

    /// Looks, up to the first thing that does not fit.
    public Verification verify() throws SQLException {
        ChainWalk walk = new ChainWalk(connection, keys.trusted(connection));
        walk.walk(null, Long.MAX_VALUE);
        @Nullable Problem problem = walk.problem();
        List<Check> rest = new ArrayList<>(List.of(() -> end(walk), this::beside, this::lost));
        noted.forEach(head -> rest.add(() -> noted(walk, head)));
        for (Check check : rest) {
            problem = problem == null ? check.look().orElse(null) : problem;
        }
        return new Verification(
                problem == null,
                walk.from(),
                walk.head().n(),
                walk.checkpoints(),
                count("SELECT count(*) FROM audit_pending"),
                walk.head().hex(),
                problem);
    }

    private Optional<Problem> end(ChainWalk walk) throws SQLException {
        long last = walk.head().n();
        if (walk.signed() != last) {
            return problem(
                    walk.signed() + 1,
                    Kind.CUT_OFF,
                    "The rows " + (walk.signed() + 1) + " to " + last + " at the end carry no signature");
        }
        long signed = count("SELECT coalesce(max(n), 0) FROM audit_checkpoint");
        return signed > last
                ? problem(
                        last + 1,
                        Kind.CUT_OFF,
                        "The rows from " + (last + 1) + " on were cut off: row " + signed + " was signed once")
                : Optional.empty();
    }

    private Optional<Problem> beside() throws SQLException {
        return id(BESIDE)
                .map(entry -> new Problem(
                        null,
                        entry,
                        Kind.INSERTED,
                        "The entry " + entry + " was inserted: the portal did not write it"));
    }

    private Optional<Problem> lost() throws SQLException {
        return id(LOST).map(entry ->
                new Problem(null, entry, Kind.MISSING, "The entry " + entry + " was deleted before it was linked"));
    }

    private Optional<Problem> noted(ChainWalk walk, Head head) throws SQLException {
        if (head.n() > walk.head().n()) {
            return problem(
                    walk.head().n() + 1,
                    Kind.CUT_OFF,
                    "The rows from " + (walk.head().n() + 1) + " on were cut off: row " + head.n()
                            + " was noted down once");
        }
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT n, link FROM audit_link WHERE n = ? UNION ALL SELECT n, link FROM audit_stub WHERE n = ?")) {
            query.setLong(1, head.n());
            query.setLong(2, head.n());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && !head.equals(new Head(row.getLong("n"), row.getBytes("link")))
                        ? problem(
                                head.n(),
                                Kind.BROKEN_LINK,
                                "Row " + head.n() + " had another link when it was noted down: the chain was rewritten")
                        : Optional.empty();
            }
        }
    }

    private static Optional<Problem> problem(long row, Kind kind, String sentence) {
        return Optional.of(new Problem(row, null, kind, sentence));
    }

    private Optional<UUID> id(String query) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    private long count(String query) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @FunctionalInterface
    private interface Check {
        Optional<Problem> look() throws SQLException;
    }
}
