package dev.portico.audit.internal;

import dev.portico.audit.Verification.Kind;
import dev.portico.audit.Verification.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A walk along the chain from the last stub on, which looks at each row, link and checkpoint and stops at the first
/// that does not fit. Streams: it holds one batch of rows at a time.
final class ChainWalk {

    private static final int BATCH = 500;

    private static final String ROWS = """
            SELECT link.n, link.entry, link.digest AS linked_digest, link.link, entry.*, checkpoint.link AS signed_link,
                checkpoint.at AS signed_at, checkpoint.key AS signed_key, checkpoint.signature
            FROM audit_link AS link
            LEFT JOIN audit_entry AS entry ON entry.id = link.entry
            LEFT JOIN audit_checkpoint AS checkpoint ON checkpoint.n = link.n
            ORDER BY link.n
            """;

    private final Connection connection;
    private final Map<String, byte[]> keys;
    private Head head = Head.ORIGIN;
    private long from = 1;
    private long signed;
    private long checkpoints;
    private @Nullable Problem problem;

    ChainWalk(Connection connection, Map<String, byte[]> keys) {
        this.connection = connection;
        this.keys = new HashMap<>(keys);
    }

    /// Walks, up to the first row that is as young as the time (null for no end) or as many rows.
    void walk(@Nullable Instant before, long atMost) throws SQLException {
        begin();
        if (problem != null) {
            return;
        }
        try (java.sql.Statement query = connection.createStatement()) {
            query.setFetchSize(BATCH);
            try (ResultSet row = query.executeQuery(ROWS)) {
                while (problem == null && head.n() - from + 1 < atMost && row.next()) {
                    if (before != null
                            && row.getObject("at") != null
                            && !Digest.at(row, "at").isBefore(before)) {
                        return;
                    }
                    problem = look(row);
                }
            }
        }
    }

    /// The last row that fits.
    Head head() {
        return head;
    }

    /// The first row behind the last stub.
    long from() {
        return from;
    }

    /// The last row that is signed.
    long signed() {
        return signed;
    }

    long checkpoints() {
        return checkpoints;
    }

    @Nullable
    Problem problem() {
        return problem;
    }

    /// Every stub is looked at; the walk begins behind the last.
    private void begin() throws SQLException {
        try (java.sql.Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT n, link, at, key, signature FROM audit_stub ORDER BY n")) {
            while (row.next()) {
                Head stub = new Head(row.getLong("n"), row.getBytes("link"));
                if (!signed(
                        row.getString("key"),
                        row.getBytes("signature"),
                        Statement.stub(stub.n(), stub.link(), Digest.at(row, "at")))) {
                    problem = new Problem(
                            stub.n(),
                            null,
                            Kind.FORGED,
                            "The stub of the rows up to " + stub.n() + forged(row.getString("key")));
                    return;
                }
                head = stub;
                from = stub.n() + 1;
                signed = stub.n();
            }
        }
    }

    private @Nullable Problem look(ResultSet row) throws SQLException {
        long n = row.getLong("n");
        long expected = head.n() + 1;
        @Nullable UUID entry = row.getObject("entry", UUID.class);
        if (n != expected) {
            return new Problem(
                    expected, null, Kind.MISSING, "Row " + expected + " is gone from the chain; the next is " + n);
        }
        byte[] link = row.getBytes("link");
        byte[] digest = row.getBytes("linked_digest");
        if (row.getObject("id") == null) {
            return new Problem(
                    n, entry, Kind.MISSING, "Row " + n + ", the entry " + entry + ", is gone from the trail");
        }
        if (!Arrays.equals(digest, Digest.ofEntry(row))) {
            return new Problem(
                    n, entry, Kind.CHANGED, "Row " + n + ", the entry " + entry + ", is not what it was when linked");
        }
        if (!Arrays.equals(link, Digest.ofLink(head.link(), n, digest))) {
            return new Problem(
                    n, entry, Kind.BROKEN_LINK, "The link of row " + n + " does not follow from the row before it");
        }
        @Nullable Problem forged = row.getBytes("signed_link") == null ? null : checkpoint(row, n, entry, link);
        if (forged == null) {
            head = new Head(n, link);
        }
        return forged;
    }

    private @Nullable Problem checkpoint(ResultSet row, long n, @Nullable UUID entry, byte[] link) throws SQLException {
        byte[] signedLink = row.getBytes("signed_link");
        if (!signed(
                row.getString("signed_key"),
                row.getBytes("signature"),
                Statement.checkpoint(n, signedLink, Digest.at(row, "signed_at")))) {
            return new Problem(
                    n, entry, Kind.FORGED, "The checkpoint at row " + n + forged(row.getString("signed_key")));
        }
        if (!Arrays.equals(link, signedLink)) {
            return new Problem(
                    signed + 1,
                    null,
                    Kind.BROKEN_LINK,
                    "The links of the rows " + (signed + 1) + " to " + n + " are not those that were signed: a row"
                            + " among them was changed and linked anew");
        }
        signed = n;
        checkpoints++;
        return null;
    }

    private boolean signed(String key, byte[] signature, byte[] statement) {
        byte[] publicKey = keys.get(key);
        return publicKey != null && SigningKey.fits(publicKey, signature, statement);
    }

    private static String forged(String key) {
        return " is not signed by this portal (it names the key " + key + "). If the key of secrets was changed, set"
                + " PORTICO_SECRET_KEY_PREVIOUS to the one before";
    }
}
