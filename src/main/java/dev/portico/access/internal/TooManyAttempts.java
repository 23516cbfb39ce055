package dev.portico.access.internal;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/// An attempt to sign in that was not looked at, because too many came before it.
final class TooManyAttempts extends AuthenticationException {

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many attempts to sign in; try again in " + Math.max(1, wait.toMinutes()) + " minutes");
        this.wait = wait;
    }

    Duration retryAfter() {
        return wait;
    }
}
