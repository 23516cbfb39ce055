package dev.portico.access;

import dev.portico.kernel.Reader;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a token another text, and leaves its name, roles, scopes and place as they are.
public interface TokenRotation {

    /// The longest that the former text may go on to count.
    Duration LONGEST_OVERLAP = Duration.ofHours(1);

    /// Makes the new text, which is shown this once. The former one ends within a second, or after the overlap.
    ///
    /// A personal token is rotated by its owner, a service token with `access.token.manage` by whoever holds all
    /// that its roles allow. Whoever uses a token rotates that one alone, and it ends when it would have: a stolen
    /// token neither reaches another nor lives longer.
    ///
    /// @param life    how long it counts from now on; null for 30 days. Not for whoever uses a token
    /// @param overlap how long the former text goes on to count; zero for not at all
    /// @throws dev.portico.kernel.Refusal.NotFound     where there is no such token that the reader may know of
    /// @throws dev.portico.kernel.Refusal.InvalidInput where life or overlap does not fit
    /// @throws dev.portico.kernel.Refusal.Conflict     where it is revoked or over
    NewToken rotate(Reader reader, UUID id, @Nullable Duration life, Duration overlap);
}
