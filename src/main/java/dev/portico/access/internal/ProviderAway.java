package dev.portico.access.internal;

import org.springframework.security.core.AuthenticationException;

/// An OIDC provider that cannot be asked at the moment, or whose description of itself does not fit.
final class ProviderAway extends AuthenticationException {

    ProviderAway(String message) {
        super(message);
    }

    ProviderAway(String message, Throwable cause) {
        super(message, cause);
    }
}
