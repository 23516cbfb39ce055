package dev.portico.catalog.internal.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Rows for one table in PostgreSQL's binary COPY format, gathered in memory and sent in one statement.
///
/// Format: PostgreSQL manual, chapter "COPY", section "Binary Format". Every row has to be given exactly the columns
/// named, in their order. Not thread-safe. Memory: the bytes of the rows; [#bytes] tells how many.
final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long SECONDS_TO_2000 = 946_684_800L;
    private static final int TEXT_OID = 25;

    private final String statement;
    private final short columns;
    private byte[] buffer = new byte[1 << 16];
    private int length;
    private int rows;

    /// @param table   the table to copy into
    /// @param columns the columns that every row gives, in order, joined by commas
    BinaryCopy(String table, String columns) {
        this.statement = "copy " + table + " (" + columns + ") from stdin (format binary)";
        this.columns = (short) (1 + columns.chars().filter(c -> c == ',').count());
        begin();
    }

    /// Begins a row; its values follow.
    BinaryCopy row() {
        rows++;
        putShort(columns);
        return this;
    }

    BinaryCopy uuid(@Nullable UUID value) {
        if (value == null) {
            return nothing();
        }
        putInt(16);
        putLong(value.getMostSignificantBits());
        putLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy text(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        putText(value);
        return this;
    }

    BinaryCopy texts(List<String> values) {
        int start = length;
        putInt(0);
        putInt(values.isEmpty() ? 0 : 1);
        putInt(0);
        putInt(TEXT_OID);
        if (!values.isEmpty()) {
            putInt(values.size());
            putInt(1);
            values.forEach(this::putText);
        }
        setInt(start, length - start - 4);
        return this;
    }

    BinaryCopy integer(int value) {
        putInt(4);
        putInt(value);
        return this;
    }

    BinaryCopy bool(boolean value) {
        putInt(1);
        room(1);
        buffer[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    BinaryCopy instant(@Nullable Instant value) {
        if (value == null) {
            return nothing();
        }
        putInt(8);
        putLong((value.getEpochSecond() - SECONDS_TO_2000) * 1_000_000 + value.getNano() / 1_000);
        return this;
    }

    /// How many bytes wait to be sent.
    int bytes() {
        return length;
    }

    /// Sends the rows gathered so far and forgets them. Does nothing where there are none.
    void send(Connection connection) throws SQLException {
        if (rows == 0) {
            return;
        }
        putShort((short) -1);
        byte[] data = buffer;
        int size = length;
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(statement, new java.io.ByteArrayInputStream(data, 0, size), 1 << 16);
        } catch (IOException e) {
            throw new SQLException("COPY could not read its own buffer", e);
        }
        begin();
    }

    private void begin() {
        length = 0;
        rows = 0;
        room(SIGNATURE.length);
        System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
        length = SIGNATURE.length;
        putInt(0);
        putInt(0);
    }

    private BinaryCopy nothing() {
        putInt(-1);
        return this;
    }

    /// PostgreSQL's text holds every character but NUL, which is dropped.
    private void putText(String value) {
        String storable = value.indexOf('\0') < 0 ? value : value.replace("\0", "");
        byte[] bytes = storable.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void putShort(short value) {
        room(2);
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
    }

    private void putInt(int value) {
        room(4);
        setInt(length, value);
        length += 4;
    }

    private void setInt(int at, int value) {
        buffer[at] = (byte) (value >>> 24);
        buffer[at + 1] = (byte) (value >>> 16);
        buffer[at + 2] = (byte) (value >>> 8);
        buffer[at + 3] = (byte) value;
    }

    private void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
