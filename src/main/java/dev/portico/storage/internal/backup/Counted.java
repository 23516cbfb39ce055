package dev.portico.storage.internal.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and digests what is written through it, and does not close what is behind it.
final class Counted extends FilterOutputStream {

    private final MessageDigest digest;
    private long bytes;

    Counted(OutputStream behind) {
        super(behind);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    long bytes() {
        return bytes;
    }

    /// The digest of everything so far; asked for once.
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        out.write(some, offset, length);
        digest.update(some, offset, length);
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
