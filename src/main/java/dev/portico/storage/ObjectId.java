package dev.portico.storage;

import dev.portico.kernel.Refusal;
import java.util.HexFormat;

/// The name of an object: the SHA-256 of its content, as 64 hexadecimal digits in lower case.
public record ObjectId(String sha256) {

    private static final int DIGITS = 64;

    public ObjectId {
        if (sha256.length() != DIGITS || !sha256.chars().allMatch(ObjectId::isDigit)) {
            throw new Refusal.InvalidInput("object-id", "An object is named by 64 hexadecimal digits in lower case");
        }
    }

    /// The name of the content with this digest.
    ///
    /// @param digest 32 bytes
    public static ObjectId of(byte[] digest) {
        return new ObjectId(HexFormat.of().formatHex(digest));
    }

    @Override
    public String toString() {
        return sha256;
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }
}
