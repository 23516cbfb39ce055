package dev.portico.access.internal;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Who signed in to a session, when, and in which generation of the account. Rights are not part of it: they are looked
/// up at each request.
record SignedIn(UUID account, String name, int generation, Instant since)
        implements AuthenticatedPrincipal, HoldsAccount, Serializable {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public SignedIn signedIn() {
        return this;
    }
}
