package dev.portico.access.internal;

import dev.portico.kernel.Ids;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Who signed in to a session, when, and in which generation of the account; and the id by which the session can be
/// ended alone. Rights are not part of it: they are looked up at each request.
record SignedIn(UUID account, String name, int generation, Instant since, UUID session)
        implements AuthenticatedPrincipal, HoldsAccount, Serializable {

    /// An account that signs in now.
    static SignedIn now(Account account) {
        return new SignedIn(account.id(), account.name(), account.generation(), Instant.now(), Ids.next());
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public SignedIn signedIn() {
        return this;
    }
}
