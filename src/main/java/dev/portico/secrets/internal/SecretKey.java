package dev.portico.secrets.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/// A key made of a text: AES-256-GCM, and an id by which rows name it. Both are derived from the text by HKDF with
/// SHA-256, so the id tells nothing about the key.
record SecretKey(String id, Aead cipher) {

    private static final byte[] SALT = "portico secrets".getBytes(StandardCharsets.UTF_8);

    static SecretKey of(String text) {
        try {
            return new SecretKey(
                    HexFormat.of().formatHex(derive(text, "id", 8)), new AesGcmJce(derive(text, "aes-256-gcm", 32)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-256-GCM", e);
        }
    }

    static byte[] derive(String text, String purpose, int length) throws GeneralSecurityException {
        return Hkdf.computeHkdf(
                "HMACSHA256",
                text.getBytes(StandardCharsets.UTF_8),
                SALT,
                purpose.getBytes(StandardCharsets.UTF_8),
                length);
    }

    /// Without anything that encrypts.
    @Override
    public String toString() {
        return "SecretKey[" + id + "]";
    }
}
