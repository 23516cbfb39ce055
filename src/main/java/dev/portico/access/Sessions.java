package dev.portico.access;

import dev.portico.kernel.Reader;
import java.util.List;
import java.util.UUID;

/// Where an account is signed in with a browser.
///
/// A session is known from its first request until it ends, on every node. Ending one takes no permission, but a token
/// with scopes needs `access.account.own` among them.
public interface Sessions {

    /// The open sessions of the reader's own account, the latest first.
    List<SessionSummary> own(Reader reader);

    /// Ends a session of the reader's own account; within a second no node accepts it any more. Does nothing where the
    /// account has no such session, or none any more.
    void end(Reader reader, UUID id);
}
