package dev.portico.access;

import dev.portico.kernel.Reader;
import java.util.List;

/// Begins drafts with what was in force before, and says beforehand what that takes from whom.
///
/// A policy of old has nothing of what was given since. Accesses that were asked for, approved and last yet can
/// be kept by one choice: their members, and the roles that were made for them, are put into the draft. All
/// else that was changed since is as it was then.
public interface PolicyRestores {

    /// Accesses that were approved and last, and that a policy does not have: of requests that the reader may see, in
    /// roles that they may see. Those that end last come first. Of a draft too.
    ///
    /// @throws dev.portico.kernel.Refusal.NotFound where there is no policy of that number
    List<GivenAccess> missing(Reader reader, int number);

    /// What restoring would change; nothing is written.
    ///
    /// @param keep whether the accesses that it has not are kept
    /// @throws dev.portico.kernel.Refusal.NotFound where there is no policy of that number
    Restoration restoration(Reader reader, int number, boolean keep);

    /// Who would gain and lose what by it, as [PolicyEffects] tells it.
    PolicyEffect effect(Reader reader, int number, boolean keep);

    /// Begins the draft.
    ///
    /// @param note what it is for
    /// @throws dev.portico.kernel.Refusal.Conflict  where the policy was never in force
    /// @throws dev.portico.kernel.Refusal.Forbidden where the reader may edit no role at all, or may not give
    /// what is kept
    PolicySummary restore(Reader reader, int number, String note, boolean keep);
}
