package dev.portico.kernel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why Portico will not do what was asked. The family is closed: everything else that is thrown is a bug.
///
/// A message names the thing and the remedy and is safe to show to whoever asked. The code is stable and made of
/// lower-case words joined by `-`; clients may rely on it. The module `api` turns each into an RFC 9457 problem
/// document, views show it in place, and nothing else catches it.
public abstract sealed class Refusal extends RuntimeException {

    private final String code;

    private Refusal(String code, String message) {
        super(message);
        this.code = code;
    }

    /// The stable code of this refusal, such as `source-unknown`.
    public String code() {
        return code;
    }

    /// The message as a person should read it.
    public String reason() {
        return java.util.Objects.requireNonNullElse(getMessage(), code);
    }

    /// What was named does not exist, or the reader may not know that it does (404).
    public static final class NotFound extends Refusal {
        public NotFound(String code, String message) {
            super(code, message);
        }
    }

    /// What was sent does not fit (400).
    public static final class InvalidInput extends Refusal {
        private final String place;
        private final String detail;

        public InvalidInput(String code, String message) {
            super(code, message);
            this.place = "";
            this.detail = message;
        }

        /// @param place where it does not fit, as a JSON pointer into what was sent
        public InvalidInput(String code, String place, String message) {
            super(code, "At " + place + ": " + message);
            this.place = place;
            this.detail = message;
        }

        /// Where it does not fit, as a JSON pointer; empty where that is nowhere in particular.
        public String place() {
            return place;
        }

        /// The message without the place.
        public String detail() {
            return detail;
        }
    }

    /// What was asked contradicts the present state (409).
    public static final class Conflict extends Refusal {
        public Conflict(String code, String message) {
            super(code, message);
        }
    }

    /// The reader lacks a permission; the message names it (403).
    public static final class Forbidden extends Refusal {
        private final String permission;
        private final @Nullable String thing;
        private final boolean askable;

        public Forbidden(String permission, String message) {
            this(permission, message, null);
        }

        /// @param thing the id of the thing that it was asked about; null where it was about none
        public Forbidden(String permission, String message, @Nullable String thing) {
            this(permission, message, thing, true);
        }

        private Forbidden(String permission, String message, @Nullable String thing, boolean askable) {
            super("forbidden", message);
            this.permission = permission;
            this.thing = thing;
            this.askable = askable;
        }

        /// What no role would help with, since the limits of the token in use leave it out. The message says
        /// what would.
        public static Forbidden byToken(String permission, String message) {
            return new Forbidden(permission, message, null, false);
        }

        /// The same where the reader's token, if they use one, is not scoped for it.
        ///
        /// @param subject whose token it is
        public static Forbidden beyondScopes(String permission, String subject) {
            return byToken(
                    permission,
                    "The token " + subject.substring(subject.indexOf(':') + 1) + " is not scoped for " + permission
                            + ", so asking for access would not help. Use a token with the scope " + permission
                            + (subject.indexOf('/') < 0
                                    ? ", which an admin makes on the page of tokens"
                                    : ", which you make on your profile, or sign in"));
        }

        /// Whether asking for access could help.
        public boolean askable() {
            return askable;
        }

        /// The name of the permission that was missing.
        public String permission() {
            return permission;
        }

        /// The id of the thing that it was asked about; null where it was about none.
        public @Nullable String thing() {
            return thing;
        }
    }

    /// Asking again later may succeed.
    public abstract static sealed class Later extends Refusal {
        private final Duration retryAfter;

        private Later(String code, String message, Duration retryAfter) {
            super(code, message);
            this.retryAfter = retryAfter;
        }

        /// How long to wait before asking again.
        public Duration retryAfter() {
            return retryAfter;
        }

        /// The same in whole seconds, one at least, as the header `Retry-After` says it.
        public String retryAfterSeconds() {
            return Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds()));
        }
    }

    /// Too much was asked in too short a time (429).
    public static final class TooMany extends Later {

        /// Asking again may succeed in a minute.
        public TooMany(String code, String message) {
            this(code, message, Duration.ofMinutes(1));
        }

        public TooMany(String code, String message, Duration retryAfter) {
            super(code, message, retryAfter);
        }
    }

    /// Something that is needed does not answer at the moment; asking again later may succeed (503).
    public static final class Unavailable extends Later {

        /// Asking again may succeed in five seconds.
        public Unavailable(String code, String message) {
            this(code, message, Duration.ofSeconds(5));
        }

        public Unavailable(String code, String message, Duration retryAfter) {
            super(code, message, retryAfter);
        }
    }
}
