package dev.portico.access.internal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/// The text of a token: `portico_`, 43 characters that hold 256 random bits, and 6 that hold their CRC-32, all in base
/// 62. Scanners for leaked secrets find it by its prefix and check it without asking; a mistyped one is refused without
/// a look into the database.
final class TokenText {

    static final String PREFIX = "portico_";
    private static final int RANDOM_LENGTH = 43;
    private static final int CHECK_LENGTH = 6;
    private static final int HINT_LENGTH = 4;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {}

    /// 256 random bits as 43 characters, without prefix and check: for links.
    static String random() {
        return base62(new BigInteger(256, RANDOM), RANDOM_LENGTH);
    }

    /// A new text.
    static String make() {
        String random = random();
        return PREFIX + random + check(random);
    }

    /// Whether the text has the form of a token and its check is right.
    static boolean wellFormed(String text) {
        if (text.length() != PREFIX.length() + RANDOM_LENGTH + CHECK_LENGTH || !text.startsWith(PREFIX)) {
            return false;
        }
        int end = PREFIX.length() + RANDOM_LENGTH;
        return check(text.substring(PREFIX.length(), end)).equals(text.substring(end));
    }

    /// The first characters, by which a person recognises a token and nobody finds the rest.
    static String hint(String text) {
        return text.substring(0, PREFIX.length() + HINT_LENGTH);
    }

    private static String check(String random) {
        CRC32 crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECK_LENGTH);
    }

    private static String base62(BigInteger number, int length) {
        char[] text = new char[length];
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        BigInteger rest = number;
        for (int i = length - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            text[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(text);
    }
}
