package dev.portico.api.door;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What a refusal is called and says that has nothing but a status.
public final class RefusalWords {

    private RefusalWords() {}

    /// The kind of refusal in a few words.
    public static String title(int status) {
        @Nullable HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Refused" : known.getReasonPhrase();
    }

    /// What is wrong and what to do, with a full stop.
    public static String detail(int status) {
        return switch (status) {
            case 400 ->
                "The request is not written as it must be: its address has characters that need percent-encoding, %2F or a"
                        + " semicolon in its path, or more than 1,000 parameters, or its method or a header cannot be"
                        + " read.";
            case 404 -> "Nothing is served at this address.";
            case 405 -> "This method is not served here.";
            case 414 -> "The address is too long; send less in it, or send it in a body.";
            case 431 -> "The address and headers are longer than 16 KB together; send less in them.";
            case 501 -> "No address serves this method.";
            default -> title(status) + ".";
        };
    }
}
