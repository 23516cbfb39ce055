package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;

/// Says who would gain and lose what if one policy took another's place: the comparison by person.
public interface PolicyEffects {

    /// What everybody who signs in, and every service token, would gain and lose, by what they hold effectively: by
    /// account, group, inclusion and space, under the conditions as they are written. Takes the permission
    /// `access.policy.read` for each role that differs. Some thousand accounts take a fraction of a second.
    ///
    /// @param from the number of the one policy, such as that in force
    /// @param to   the number of the other, such as a draft
    /// @throws Refusal.NotFound  where there is no policy of a number
    /// @throws Refusal.Forbidden where the reader may not see a role that differs
    PolicyEffect effect(Reader reader, int from, int to);
}
