package dev.portico.access.internal;

import org.springframework.security.core.AuthenticationException;

/// Somebody whom a provider vouches for and who lacks what the settings ask of its people.
final class NotAdmitted extends AuthenticationException {

    NotAdmitted(String message) {
        super(message);
    }
}
