package dev.portico.audit.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/// What is signed: lines of text, so that anybody can check a signature with the public key and a common tool.
final class Statement {

    private Statement() {}

    /// That the chain had this link at its row n.
    static byte[] checkpoint(long n, byte[] link, Instant at) {
        return lines("portico-audit-checkpoint-1", n, link, at);
    }

    /// That the rows up to n were verified, and let go for their age.
    static byte[] stub(long n, byte[] link, Instant at) {
        return lines("portico-audit-stub-1", n, link, at);
    }

    /// That a key was this portal's before.
    static byte[] key(String id, byte[] publicKey) {
        return ("portico-audit-key-1\n" + id + "\n" + HexFormat.of().formatHex(publicKey) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] lines(String name, long n, byte[] link, Instant at) {
        return (name + "\n" + n + "\n" + HexFormat.of().formatHex(link) + "\n" + Digest.micros(at) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
