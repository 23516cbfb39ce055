package dev.portico.access;

import dev.portico.kernel.Reader;
import java.util.List;
import java.util.UUID;

/// Where an account is signed in with a browser.
///
/// A session is known from its first request until it ends, on every node. Seeing and ending one's own takes no
/// permission, but a token with scopes needs `access.account.own` among them.
public interface Sessions {

    /// The open sessions of the reader's own account, the latest first.
    List<SessionSummary> own(Reader reader);

    /// Ends a session of the reader's own account; within a second no node accepts it any more. Does nothing where the
    /// account has no such session, or none any more.
    void end(Reader reader, UUID id);

    /// The open sessions of an account, the latest first. Those of another take `access.account.manage`.
    List<SessionSummary> of(Reader reader, UUID account);

    /// Ends a session of an account; another's takes `access.account.manage`, and that the reader holds all that the
    /// account does. Does nothing where the account has no such session, or none any more.
    void end(Reader reader, UUID account, UUID id);
}
