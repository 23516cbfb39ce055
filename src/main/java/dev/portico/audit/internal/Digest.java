package dev.portico.audit.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How rows of the trail and links of the chain are digested: SHA-256 over a form that has one reading only.
///
/// The form of a row is a line that names it, then each column in its order: a zero byte for null, else a one,
/// the length in bytes as four bytes, and the column's text in UTF-8. A time's text is its microseconds since
/// 1970, of JSON it is the text as it was written. A row that has one of [#LATER] takes the second form, which
/// has another first line and these columns too; any other keeps the first, as all rows did that are older than
/// those columns. The form of a link is a line that names it, the link before, the row's number as eight bytes,
/// and the row's digest.
final class Digest {

    /// The columns that are digested in both forms.
    static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "actor",
            "account",
            "action",
            "thing_type",
            "thing_id",
            "before",
            "after",
            "refused",
            "request");

    /// The columns that came later, with those above all that there are.
    static final List<String> LATER = List.of("permission", "reason");

    /// What the first link follows.
    static final byte[] ORIGIN = new byte[32];

    private static final byte[] ENTRY = "portico-audit-entry-1\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LATER_ENTRY = "portico-audit-entry-2\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LINK = "portico-audit-link-1\n".getBytes(StandardCharsets.UTF_8);

    private Digest() {}

    /// The digest of the row of `audit_entry` that the result stands at.
    static byte[] ofEntry(ResultSet row) throws SQLException {
        MessageDigest digest = sha256();
        boolean later = false;
        for (String column : LATER) {
            later |= row.getString(column) != null;
        }
        digest.update(later ? LATER_ENTRY : ENTRY);
        for (String column : COLUMNS) {
            add(digest, column.equals("at") ? Long.toString(micros(at(row, "at"))) : text(row, column));
        }
        if (later) {
            for (String column : LATER) {
                add(digest, text(row, column));
            }
        }
        return digest.digest();
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        if (text == null) {
            digest.update((byte) 0);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) 1);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    /// The link of the row n.
    static byte[] ofLink(byte[] before, long n, byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LINK);
        digest.update(before);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(n).array());
        return digest.digest(entry);
    }

    static byte[] of(byte[] bytes) {
        return sha256().digest(bytes);
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return column.equals("refused") ? Boolean.toString(row.getBoolean(column)) : row.getString(column);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
