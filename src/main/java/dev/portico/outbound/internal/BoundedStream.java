package dev.portico.outbound.internal;

import dev.portico.outbound.OutboundInterrupted;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A body that ends in [OutboundInterrupted] where it passes its limit of bytes or its deadline. A failure to read
/// after the deadline counts as the deadline, since that is what cuts the connection.
final class BoundedStream extends FilterInputStream {

    private final long limit;
    private final Deadline deadline;
    private final String shown;
    private long count;
    private boolean ended;

    BoundedStream(InputStream in, long limit, Deadline deadline, String shown) {
        super(in);
        this.limit = limit;
        this.deadline = deadline;
        this.shown = shown;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (OutboundInterrupted limitBelow) {
            throw limitBelow;
        } catch (IOException failed) {
            throw deadline.passed() ? late(failed) : failed;
        }
        if (read > 0) {
            count += read;
            if (count > limit) {
                throw new OutboundInterrupted(
                        "The body of " + shown + " is larger than the limit of " + limit + " bytes", true);
            }
        }
        ended |= read < 0;
        if (!ended && deadline.passed()) {
            throw late(null);
        }
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        byte[] buffer = new byte[(int) Math.min(8_192, Math.max(length, 0))];
        return length <= 0 ? 0 : Math.max(0, read(buffer, 0, buffer.length));
    }

    /// Whether the body was read to its end.
    boolean ended() {
        return ended;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private OutboundInterrupted late(@Nullable Throwable cause) {
        OutboundInterrupted late = new OutboundInterrupted(shown + " did not answer within its limit of time", false);
        if (cause != null) {
            late.initCause(cause);
        }
        return late;
    }
}
