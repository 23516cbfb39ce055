package dev.portico.api.admission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Who sends a request, as a digest of its token or its address: 128 bits of a SHA-256, from which neither is told.
record Client(long high, long low) {

    static Client ofToken(String authorization) {
        return of("token " + authorization);
    }

    static Client ofAddress(String address) {
        return of("address " + address);
    }

    private static Client of(String text) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Client(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
