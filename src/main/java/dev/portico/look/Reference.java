package dev.portico.look;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ties what a person saw fail to the log: `7K2-QX41` stands on the screen and before the stack trace.
public final class Reference {

    private static final Logger LOG = LoggerFactory.getLogger(Reference.class);
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    /// Logs a failure under a new reference, and gives the reference.
    public static String of(Throwable failure) {
        StringBuilder reference = new StringBuilder();
        for (int at = 0; at < 7; at++) {
            reference.append(at == 3 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        LOG.error("Reference {}: a screen failed", reference, failure);
        return reference.toString();
    }
}
