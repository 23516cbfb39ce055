package dev.portico.storage.internal.objects;

import dev.portico.storage.ObjectId;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// Content whose end is reached only where its digest is the one it is named by.
final class VerifiedStream extends FilterInputStream {

    private final ObjectId id;
    private final MessageDigest digest = Digests.sha256();
    private boolean verified;

    VerifiedStream(InputStream content, ObjectId id) {
        super(content);
        this.id = id;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            digest.update(bytes, offset, read);
        } else if (read < 0 && !verified) {
            if (!ObjectId.of(digest.digest()).equals(id)) {
                throw new IOException("The object " + id + " is damaged: its content has another digest");
            }
            verified = true;
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes(new byte[(int) Math.min(count, 8_192)], 0, (int) Math.min(count, 8_192));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
